import { ago, count } from './wording.js';

/** What people said of an article, and what became of a vote. Never who they are. */
export const feedback = {
  /** @param people how many different people say so, when that is another number than of times */
  fixed: (times: number, people: number) => {
    const often = times === 1 ? 'Fixed it once' : `Fixed it ${count(times, 'time', 'times')}`;
    return people === times ? often : `${often} for ${count(people, 'person', 'people')}`;
  },
  last: (times: number, isYou: boolean, age: number) =>
    `${times === 1 ? '' : 'last '}by ${isYou ? 'you' : 'a teammate'} ${ago(age) ?? 'just now'}`,
  notHelped: (people: number, isFirst: boolean) =>
    `${isFirst ? 'Did' : 'did'} not help ${count(people, 'person', 'people')}`,
  movedUp: (people: number) => `moved up: fixed it for ${count(people, 'person', 'people')}`,
  /** What the two buttons are called is in `buttons`. */
  saidAlready: 'You have said so before. It counts once.',
  changed: 'You said before that it fixed it. That no longer counts.',
  notKept:
    'Your vote was not kept: what I remember is in a database that does not answer now. Press the button again in a few minutes. Everything else works.',
};
