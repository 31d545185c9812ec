import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf } from '../../src/cli/report-bars.js';
import { reportSvg } from '../../src/cli/report-svg.js';
import type { Report } from '../../src/store/types.js';

const day = 24 * 60 * 60 * 1000;
const until = Date.UTC(2026, 10, 26, 9);

function report(about: Partial<Report> = {}): Report {
  return { since: until - 30 * day, until, lookups: 0, codes: [], articles: [], unanswered: [], days: [], ...about };
}

const unanswered = (question: string) => ({ question, codes: [], lookups: 3, occasions: 2, last: until });

/** The tags that are not closed, in order; throws at what is no XML. */
function openTags(svg: string): string[] {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [A-Za-z0-9:-]+="[^"<>]*")*)(\/?)>/g,
    (_, close, name, _attributes, empty) => {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name);
      return '';
    },
  );
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)|(?!\n)\p{Cc}|\p{Surrogate}/u);
  return open;
}

describe('reportSvg', () => {
  it('is well-formed, whatever was asked', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 3_650 }), (code, question, lookups, days) => {
        const svg = reportSvg(
          report({
            since: until - days * day,
            codes: [{ code, lookups }],
            unanswered: [unanswered(question), unanswered(`<b>&"${question}`)],
            days: [
              { day: new Date(until - (days - 1) * day).toISOString().slice(0, 10), answer: lookups, weak: 1, none: 0 },
            ],
          }),
        );
        expect(openTags(svg)).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 300 },
    );
  });

  it('says in words what it shows, and follows the choice of light or dark', () => {
    const svg = reportSvg(
      report({
        lookups: 12,
        codes: [{ code: '401.5', lookups: 7 }],
        unanswered: [unanswered('why <so> slow')],
        days: [{ day: '2026-11-25', answer: 9, weak: 2, none: 1 }],
      }),
    );
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">What was asked, 2026-10-27 to 2026-11-26</title>');
    expect(svg).toContain(
      '<desc id="desc">12 lookups: 9 answered, 2 not sure, 1 without an answer. Looked up most: 401.5 (7). Without an answer, with the number of occasions: why &lt;so&gt; slow (2).</desc>',
    );
    expect(svg).toContain('25 Nov: 9 answered');
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('shows a store in which nothing is', () => {
    expect(openTags(reportSvg(report()))).toEqual([]);
    expect(reportSvg(report({ since: 0 }))).toContain('0 lookups');
  });
});

describe('barsOf', () => {
  it('has a bar for every day, also for those without lookups', () => {
    const { bars, days } = barsOf(report({ days: [{ day: '2026-11-20', answer: 3, weak: 0, none: 0 }] }));
    expect(days).toBe(1);
    expect(bars.map(({ label, answer }) => [label, answer])).toEqual([
      ['20 Nov', 3],
      ...['21 Nov', '22 Nov', '23 Nov', '24 Nov', '25 Nov', '26 Nov'].map((label) => [label, 0]),
    ]);
  });

  it('has a bar for every week when there are many, and loses no lookup', () => {
    const every = Array.from({ length: 200 }, (_, number) => ({
      day: new Date(until - number * day).toISOString().slice(0, 10),
      answer: 1,
      weak: 2,
      none: 3,
    })).reverse();
    const { bars, days } = barsOf(report({ since: until - 199 * day, days: every }));
    expect(days).toBe(7);
    expect(bars).toHaveLength(29);
    const sum = (outcome: 'answer' | 'weak' | 'none') => bars.reduce((total, bar) => total + bar[outcome], 0);
    expect([sum('answer'), sum('weak'), sum('none')]).toEqual([200, 400, 600]);
  });
});
