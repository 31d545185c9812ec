import { expect, it } from 'vitest';
import { createRecentLookups } from '../../src/slack/recent-lookups.js';

const asked = (question: string) => ({ question, codes: [] });
const person = (user: string, team = 'T1') => ({ team, user });

it('keeps what each person asked, newest first', () => {
  const recent = createRecentLookups();
  recent.add(person('U1'), asked('401.5'));
  recent.add(person('U1'), asked('503'));
  recent.add(person('U2'), asked('404'));
  expect(recent.of(person('U1'))).toEqual(['503', '401.5'].map(asked));
  expect(recent.of(person('U2'))).toEqual([asked('404')]);
  expect(recent.of(person('U1', 'T2'))).toEqual([]);
});

it('moves a question that is asked again to the top', () => {
  const recent = createRecentLookups();
  for (const question of ['401.5', '503', '401.5']) recent.add(person('U1'), asked(question));
  expect(recent.of(person('U1'))).toEqual(['401.5', '503'].map(asked));
});

it('keeps ten questions of a person, and a thousand people', () => {
  const recent = createRecentLookups();
  for (let n = 0; n < 12; n++) recent.add(person('U0'), asked(`question ${n}`));
  expect(recent.of(person('U0'))).toHaveLength(10);
  expect(recent.of(person('U0'))[0]).toEqual(asked('question 11'));
  for (let n = 1; n <= 1_000; n++) recent.add(person(`U${n}`), asked('401.5'));
  expect(recent.of(person('U0'))).toEqual([]);
  expect(recent.of(person('U1'))).toEqual([asked('401.5')]);
});

it('keeps nothing of nobody', () => {
  const recent = createRecentLookups();
  recent.add({ team: 'T1', user: undefined }, asked('401.5'));
  expect(recent.of({ team: 'T1', user: undefined })).toEqual([]);
});
