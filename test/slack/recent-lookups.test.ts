import { expect, it } from 'vitest';
import { createRecentLookups } from '../../src/slack/recent-lookups.js';

const person = (user: string, team = 'T1') => ({ team, user });

it('keeps what each person asked, newest first', () => {
  const recent = createRecentLookups();
  recent.add(person('U1'), '401.5');
  recent.add(person('U1'), '503');
  recent.add(person('U2'), '404');
  expect(recent.of(person('U1'))).toEqual(['503', '401.5']);
  expect(recent.of(person('U2'))).toEqual(['404']);
  expect(recent.of(person('U1', 'T2'))).toEqual([]);
});

it('moves a question that is asked again to the top', () => {
  const recent = createRecentLookups();
  for (const question of ['401.5', '503', '401.5']) recent.add(person('U1'), question);
  expect(recent.of(person('U1'))).toEqual(['401.5', '503']);
});

it('keeps ten questions of a person, and a thousand people', () => {
  const recent = createRecentLookups();
  for (let n = 0; n < 12; n++) recent.add(person('U0'), `question ${n}`);
  expect(recent.of(person('U0'))).toHaveLength(10);
  expect(recent.of(person('U0'))[0]).toBe('question 11');
  for (let n = 1; n <= 1_000; n++) recent.add(person(`U${n}`), '401.5');
  expect(recent.of(person('U0'))).toEqual([]);
  expect(recent.of(person('U1'))).toEqual(['401.5']);
});

it('keeps nothing of nobody', () => {
  const recent = createRecentLookups();
  recent.add({ team: 'T1', user: undefined }, '401.5');
  expect(recent.of({ team: 'T1', user: undefined })).toEqual([]);
});
