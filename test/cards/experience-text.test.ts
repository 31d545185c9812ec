import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.js';
import { experienceText, placeText } from '../../src/cards/experience-text.js';
import { german } from '../../src/cards/texts/de/german.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Experience } from '../../src/lookup/types.js';
import { goodAnswer, keepAlives, match } from '../support/example-answers.js';

const now = Date.UTC(2026, 10, 26, 10);
const minute = 60_000;
const day = 24 * 60 * minute;

function said(about: Partial<Experience> = {}, ago = 3 * day): Experience {
  return { times: 7, people: 7, notHelped: 0, last: { at: now - ago, person: 'U1' }, voices: 7, ...about };
}
const text = (experience: Experience | null, user?: string) => experienceText(english, experience, { now, user });

describe('what the team says of an article', () => {
  it('is nothing when nobody has said anything', () => {
    expect(text(null)).toBe('');
    expect(text(said({ times: 0, people: 0, last: null }))).toBe('');
  });

  it.each([
    [said(), 'Fixed it 7 times, last by a teammate 3 days ago'],
    [said({ times: 1, people: 1 }), 'Fixed it once, by a teammate 3 days ago'],
    [said({ people: 4 }), 'Fixed it 7 times for 4 people, last by a teammate 3 days ago'],
    [said({ people: 1 }), 'Fixed it 7 times for 1 person, last by a teammate 3 days ago'],
    [said({ notHelped: 1 }), 'Fixed it 7 times, last by a teammate 3 days ago; did not help 1 person'],
    [said({ times: 0, people: 0, last: null, notHelped: 2 }), 'Did not help 2 people'],
  ])('counts people and answers: %#', (experience, words) => {
    expect(text(experience)).toBe(words);
  });

  it.each([
    [0, 'just now'],
    [-day, 'just now'],
    [59_999, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [60 * minute, '1 hour ago'],
    [23.9 * 60 * minute, '23 hours ago'],
    [day, '1 day ago'],
    [30 * day, '30 days ago'],
    [31 * day, '1 month ago'],
    [364 * day, '11 months ago'],
    [365 * day, '1 year ago'],
    [800 * day, '2 years ago'],
  ])('tells an age of %d ms', (ago, words) => {
    expect(text(said({}, ago))).toBe(`Fixed it 7 times, last by a teammate ${words}`);
  });

  it('says "you" to the one who was last, and to nobody else', () => {
    expect(text(said(), 'U1')).toBe('Fixed it 7 times, last by you 3 days ago');
    expect(text(said(), 'U2')).toContain('by a teammate');
  });

  it('can be said in German', () => {
    const words = (experience: Experience, user?: string) => experienceText(german, experience, { now, user });
    expect(words(said())).toBe('War 7-mal die Lösung, zuletzt bei jemandem aus dem Team vor 3 Tagen');
    expect(words(said({ times: 1, people: 1, notHelped: 2 }, 0), 'U1')).toBe(
      'War einmal die Lösung, bei dir gerade eben; hat 2 Personen nicht geholfen',
    );
  });

  it('is on a card that knows who reads it, and names nobody', () => {
    const told = { ...match(keepAlives), experience: said({ last: { at: now, person: 'U0ANA1234' } }) };
    const answer = { ...goodAnswer, matches: [told, ...goodAnswer.matches.slice(1)] };
    expect(JSON.stringify(answerCard(english, answer))).not.toContain('Fixed it');
    const card = JSON.stringify(answerCard(english, answer, { reader: { now } }));
    expect(card).toContain('Fixed it 7 times');
    expect(card).not.toContain('U0ANA1234');
  });

  it('fits its line, whatever the numbers', () => {
    const number = fc.nat();
    fc.assert(
      fc.property(number, number, number, fc.option(number), (times, people, notHelped, at) => {
        const last = at === null ? null : { at, person: 'U1' };
        const words = text({ times, people, notHelped, last, voices: 0 });
        expect(words.length).toBeLessThan(200);
        expect(words).not.toMatch(/NaN|undefined|null/);
      }),
    );
  });
});

describe('why an article stands where it stands', () => {
  it('is also that it moved up', () => {
    const [first] = goodAnswer.matches;
    if (first === undefined) throw new Error('no match');
    const moved = { ...first, movedUp: true, experience: said({ people: 4 }) };
    expect(placeText(english, moved)).toMatch(/^401\.5.*; moved up: fixed it for 4 people$/);
    expect(placeText(english, { ...moved, movedUp: false })).not.toContain('moved up');
    expect(placeText(english, { ...moved, why: [] })).toBe('moved up: fixed it for 4 people');
  });
});
