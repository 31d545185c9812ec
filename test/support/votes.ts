import type { Vote } from '../../src/store/types.js';

/** A vote, with what a test cares about. */
export function vote(about: Partial<Vote> = {}): Vote {
  return {
    team: 'T1',
    article: 'S401-5',
    answer: { channel: 'C1', thread: '1.1', question: '401.5 ntlm' },
    person: 'U1',
    verdict: 'fixed',
    at: Date.now(),
    ...about,
  };
}
