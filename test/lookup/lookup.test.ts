import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLookup } from '../../src/lookup/lookup.js';
import { buildIndex } from '../../src/search/build-index.js';
import { sketch, smallBase } from '../search/fixture-articles.js';

const archiveLike = sketch({ id: 'Q288001', title: 'Counters read zero', symptoms: 'Performance counters show zero.' });
const lookup = createLookup(buildIndex([...smallBase, archiveLike]));

describe('ids', () => {
  it.each(['Q288001', 'q288001', 'KB288001', 'kb 288001', '288001', 'id:Q288001', 'id:"288001"', ' Q288001? '])(
    'shows the article that %j names',
    (text) => {
      const { outcome, matches } = lookup.ask(text);
      expect(outcome).toBe('answer');
      expect(matches.map(({ article, confidence }) => [article.id, confidence])).toEqual([['Q288001', 1]]);
      expect(matches[0]?.why).toEqual([{ type: 'id', asked: expect.any(String), found: 'Q288001' }]);
    },
  );

  it('reads an id of our own', () => {
    expect(lookup.ask('S10004').matches[0]?.article.id).toBe('S10004');
  });

  it.each(['Q288002', 'KB288002', 'id:288002'])('says that %s is unknown and what comes near', (text) => {
    const answer = lookup.ask(text);
    expect(answer).toMatchObject({ outcome: 'none', matches: [], didYouMean: ['Q288001'] });
  });

  it('takes no event number for an id', () => {
    expect(lookup.ask('Event ID: 288001 from W3SVC').question.filters).toEqual({});
  });
});

describe('questions', () => {
  it('answers a code that has an article about it', () => {
    for (const text of ['401.5', '/kb 401.5', '503', 'HTTP 503']) expect(lookup.ask(text).outcome).toBe('answer');
  });

  it.each([
    "what's for lunch today",
    'thanks, that fixed it!',
    'nginx 502 upstream prematurely closed connection',
    'kubernetes pod CrashLoopBackOff',
    'postgres FATAL: too many connections for role app',
  ])('has no match for %j', (text) => {
    expect(lookup.ask(text).outcome).toBe('none');
  });

  it.each(['', '  ', '?!...', '😀😀😀', 'product:iis'])('has nothing to say to %j', (text) => {
    expect(lookup.ask(text)).toMatchObject({ outcome: 'none', matches: [], didYouMean: [] });
  });

  it('suggests the repaired question', () => {
    const answer = lookup.ask('mapped acount');
    expect(answer.question.corrections).toEqual([{ from: 'acount', to: 'account' }]);
    if (answer.outcome !== 'answer') expect(answer.didYouMean[0]).toBe('mapped account');
  });

  it('suggests the code next to one that no article has', () => {
    const answer = lookup.ask('401.55');
    expect(answer.outcome).not.toBe('answer');
    expect(answer.didYouMean).toContain('401.5');
  });
});

describe('filters', () => {
  it('takes filters out of the text, quoted or not', () => {
    const { question } = lookup.ask('product:"internet information" 403.6 Version:5.0');
    expect(question.text).toBe('403.6');
    expect(question.filters).toEqual({ product: 'internet information', version: '5.0' });
    expect(question.codes.map(({ code }) => code)).toEqual(['403.6']);
  });

  it('keeps to them', () => {
    expect(lookup.ask('visitor version:4.0').matches.map(({ article }) => article.id)).toEqual(['S10001']);
  });
});

it('keeps the question as asked', () => {
  expect(lookup.ask('  401.5   ntlm ').question).toMatchObject({ raw: '401.5   ntlm', text: '401.5   ntlm' });
});

it('keeps to the limit', () => {
  const answer = lookup.ask('visitor', { limit: 1 });
  expect(answer.matches).toHaveLength(1);
});

it('never throws, and answers any text in little time', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: fc.constantFrom('4', '0', '.', ' ', '-', ':', '"', '\\', 'Q', 'x', 'é', '\n'), maxLength: 300 }),
  );
  fc.assert(
    fc.property(any, (text) => {
      expect(() => lookup.ask(text)).not.toThrow();
    }),
  );
});

it.each(['a', '4', '.', '-', '401.5 ', 'x"', 'id:', 'Ab', '\\', '0x8 '])(
  'answers 40,000 characters of %j at once',
  (unit) => {
    const started = performance.now();
    lookup.ask(unit.repeat(40_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(1000);
  },
);
