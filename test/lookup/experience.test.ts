import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, experienceRanking, experienceWeight, rankByExperience } from '../../src/lookup/experience.js';
import { createLookup } from '../../src/lookup/lookup.js';
import { isSure, thresholds } from '../../src/lookup/outcome.js';
import type { Experience } from '../../src/lookup/types.js';
import { buildIndex } from '../../src/search/build-index.js';
import type { Reason } from '../../src/search/types.js';
import { sketch } from '../search/fixture-articles.js';

const question = 'the site is slow after the update';

function fixedFor(people: number, voices = people): Experience {
  return { times: people, people, notHelped: 0, last: { at: 0, person: 'U1' }, voices };
}

interface Named extends Candidate {
  name: string;
}

/** Candidates as the search gives them: best first, with any reasons, confidence and voices. */
function candidates(voices: fc.Arbitrary<number>): fc.Arbitrary<Named[]> {
  const field = fc.constantFrom('title', 'symptoms', 'body', 'declared', 'queryWords');
  const reason = fc.record({
    type: fc.constantFrom('code', 'code-family'),
    asked: fc.constantFrom('401.5', '503'),
    found: fc.constant('401.5'),
    field,
  }) as fc.Arbitrary<Reason>;
  const one = fc.record({
    score: fc.double({ min: 9, max: 12, noNaN: true }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    why: fc.array(reason, { maxLength: 3 }),
    experience: fc.option(voices.map((number) => fixedFor(Math.max(0, Math.round(number)), number))),
  });
  return fc
    .array(one, { maxLength: 8 })
    .map((list) => list.sort((a, b) => b.score - a.score).map((match, index) => ({ ...match, name: String(index) })));
}

const anyVoices = fc.double({ min: -5, max: 50, noNaN: true });
const namesOf = (ranked: { match: Named }[]) => ranked.map(({ match }) => match.name);
const placeOf = (matches: Named[], name: string) => namesOf(rankByExperience(question, matches)).indexOf(name);

describe('the weight of experience', () => {
  it('is nothing for one person, grows with each further one, and stays below its bound', () => {
    expect([-3, 0, 0.5, 1].map(experienceWeight)).toEqual([0, 0, 0, 0]);
    expect(experienceWeight(2)).toBeGreaterThan(0);
    fc.assert(
      fc.property(anyVoices, fc.double({ min: 0, max: 20, noNaN: true }), (voices, more) => {
        expect(experienceWeight(voices + more)).toBeGreaterThanOrEqual(experienceWeight(voices));
        expect(experienceWeight(voices)).toBeLessThanOrEqual(experienceRanking.most);
      }),
    );
  });
});

describe('ranking by experience', () => {
  it('keeps the order where nobody has said anything, and where one person has, whatever they say', () => {
    const alone = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(candidates(alone), (matches) => {
        const ranked = rankByExperience(question, matches);
        expect(namesOf(ranked)).toEqual(matches.map(({ name }) => name));
        expect(ranked.some(({ movedUp }) => movedUp)).toBe(false);
      }),
    );
  });

  it('keeps all matches as they are, and lets none pass whose score is not near', () => {
    fc.assert(
      fc.property(candidates(anyVoices), (matches) => {
        const ranked = rankByExperience(question, matches).map(({ match }) => match);
        expect(new Set(ranked)).toEqual(new Set(matches));
        for (const [place, match] of ranked.entries()) {
          const passed = ranked.slice(place + 1).filter((other) => Number(other.name) < Number(match.name));
          for (const other of passed) {
            expect(match.score * (1 + experienceRanking.most)).toBeGreaterThan(other.score);
            expect(match.experience?.voices).toBeGreaterThan(1);
            expect(isSure(question, other) && !isSure(question, match)).toBe(false);
          }
        }
      }),
    );
  });

  it('never moves an article down when more people say that it fixed it', () => {
    fc.assert(
      fc.property(
        candidates(anyVoices),
        fc.nat(7),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (matches, nth, more) => {
          const [before, after] = [0, more].map((extra) =>
            matches.map((match, index) =>
              index === nth ? { ...match, experience: fixedFor(9, (match.experience?.voices ?? 0) + extra) } : match,
            ),
          );
          const name = String(nth);
          expect(placeOf(after ?? [], name)).toBeLessThanOrEqual(placeOf(before ?? [], name));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['an article about the code', 'declared', 'body'],
    ['an article that has it in its title', 'title', 'symptoms'],
  ] as const)('lets nobody pass %s who is less about it', (_, ofFirst, ofSecond) => {
    const match = (field: 'declared' | 'title' | 'symptoms' | 'body', people: number, score: number): Candidate => ({
      score,
      confidence: 0.9,
      why: [{ type: 'code', asked: '401.5', found: '401.5', field }],
      experience: fixedFor(people),
    });
    const first = match(ofFirst, 0, 10);
    expect(rankByExperience(question, [first, match(ofSecond, 40, 9.99)])[0]?.match).toBe(first);
    expect(rankByExperience(question, [first, { ...match(ofSecond, 40, 9.99), why: [] }])[0]?.match).toBe(first);
    const family: Reason = { type: 'code-family', asked: '401.5', found: '401', field: 'title' };
    expect(rankByExperience(question, [first, { ...match(ofFirst, 40, 9.99), why: [family] }])[0]?.match).toBe(first);
    const other = match(ofFirst, 40, 9.99);
    expect(rankByExperience(question, [first, other])).toEqual([
      { match: other, movedUp: true },
      { match: first, movedUp: false },
    ]);
  });

  it('lets no unsure article pass a sure one', () => {
    const sure: Candidate = { score: 10, confidence: thresholds.confidence + 0.1, why: [], experience: null };
    const unsure = { ...sure, score: 9.9, confidence: thresholds.confidence - 0.1, experience: fixedFor(40) };
    expect(rankByExperience(question, [sure, unsure])[0]?.match).toBe(sure);
    const [quiet, helpful] = [
      { ...unsure, experience: null },
      { ...sure, score: 9.8, experience: fixedFor(40) },
    ];
    expect(rankByExperience(question, [quiet, helpful])[0]?.match).toBe(helpful);
  });
});

describe('a lookup with experience', () => {
  const words = 'Uploads of large files stop after two minutes with a timeout.';
  const twins = ['S20001', 'S20002'].map((id, index) =>
    sketch({
      ...{ id, title: 'Uploads stop with a timeout', symptoms: words },
      cause:
        index === 0 ? 'The connection limit of the proxy is too low for slow links.' : 'An ancient antivirus filter.',
      resolution:
        index === 0 ? 'Raise the limit in its configuration file.' : 'Exclude the spool folder, then reboot it.',
    }),
  );
  const filler = ['S30001', 'S30002', 'S30003'].map((id) =>
    sketch({ id, title: `Something else ${id}`, symptoms: 'Mail is late and printers jam.' }),
  );
  const lookup = createLookup(buildIndex([...twins, ...filler]));
  const text = 'uploads stop timeout large files';

  it('answers as without it, but for the order and what it says', () => {
    const before = lookup.ask(text);
    const [first, second] = before.matches;
    if (first === undefined || second === undefined) throw new Error('the twins are one result');
    const after = lookup.ask(text, { experience: (id) => (id === second.id ? fixedFor(9) : null) });
    expect(after.outcome).toBe(before.outcome);
    expect(after.matches.map(({ id, movedUp }) => [id, movedUp]).slice(0, 2)).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    for (const match of after.matches) {
      const same = before.matches.find(({ id }) => id === match.id);
      expect([match.score, match.confidence, match.why]).toEqual([same?.score, same?.confidence, same?.why]);
    }
    expect(after.matches[0]?.experience).toEqual(fixedFor(9));
  });

  it('says what people say of an article that is named', () => {
    const { matches } = lookup.ask('S20001', { experience: () => fixedFor(3) });
    expect(matches).toMatchObject([{ id: 'S20001', experience: { people: 3 }, movedUp: false }]);
  });
});
