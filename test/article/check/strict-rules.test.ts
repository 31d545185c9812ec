import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArticles } from '../../../src/article/check/check-articles.js';
import { strictRules } from '../../../src/article/check/strict-rules.js';
import { parseArticle } from '../../../src/article/parse-article.js';

const whole = `---
title: "S40105: HTTP 401.5 - refused"
codes: ["401.5", "0x80070005", "error 1067", "event 5002", "FTP 530"]
sources:
  - "our post-mortem"
---

Article: S40105
Last Modified: 23-NOV-2026

CAUSE
=====

The filter refuses.

RESOLUTION
==========

1. Mend the filter.

Additional query words: filter refused isapi denied nobody
`;

function remarks(source: string): string[] {
  const { article, diagnostics } = parseArticle(source, 'S40105.md');
  if (article === null) throw new Error('no article');
  const checked = checkArticles([article], strictRules);
  return [...diagnostics, ...checked].map(
    ({ line, column, severity, rule, message }) => `${line}:${column} ${severity} ${rule} ${message}`,
  );
}

/** For each rule: what is taken out of a whole article, what stands there instead, and what is said of it. */
const cases: Record<string, [taken: string | RegExp, instead: string, said: string[]]> = {
  'no-cause': [/CAUSE\n=+\n\n.*\n\n/, '', ['11:1 error no-cause S40105 has no CAUSE']],
  'no-cause for an empty one': [
    'The filter refuses.\n\n',
    '',
    ['11:1 warning empty-section CAUSE is empty', '11:1 error no-cause S40105 has no CAUSE'],
  ],
  'no-resolution': [/RESOLUTION\n=+\n\n.*\n\n/, '', ['11:1 error no-resolution S40105 has no RESOLUTION']],
  'no-code': [/codes: .*\n/, '', ['1:1 error no-code S40105 declares no code']],
  'no-code for an empty list': [/codes: .*/, 'codes: []', ['1:1 error no-code S40105 declares no code']],
  'unknown-code': [
    '"401.5", ',
    '"401.5", "Q288323", "the usual", ',
    [
      '1:1 error unknown-code "Q288323" in codes is no code that questions are compared with',
      '1:1 error unknown-code "the usual" in codes is no code that questions are compared with',
    ],
  ],
  'no-source': [/sources:\n.*\n/, '', ['1:1 error no-source S40105 names no source']],
  'no-source for a blank one': ['"our post-mortem"', '" "', ['1:1 error no-source S40105 names no source']],
  'no-review-date': [/Last Modified: .*\n/, '', ['1:1 error no-review-date S40105 has no date of its last review']],
  'few-query-words': [
    ' denied nobody',
    ' Filter filter',
    ['1:1 error few-query-words S40105 has 3 query words, fewer than 5'],
  ],
  unfinished: [
    'The filter refuses.',
    'TODO: why it happens, in as many words as it takes to say it once and for all',
    ['14:1 error unfinished "TODO: why it happens, in as many words as it takes to say i…" is still to be written'],
  ],
  'unfinished in the header': [
    'our post-mortem',
    'TODO: a source',
    ['1:1 error unfinished title, sources or query words still have a TODO'],
  ],
  'unfinished, once, within a step': [
    'Mend the filter.',
    'TODO: mend\n\n       TODO: the command',
    [
      '19:1 error unfinished "TODO: mend" is still to be written',
      '21:1 error unfinished "TODO: the command" is still to be written',
    ],
  ],
};

describe('the strict rules', () => {
  it('have nothing to say of a whole article', () => {
    expect(remarks(whole)).toEqual([]);
  });

  it.each(Object.entries(cases))('%s', (_, [taken, instead, said]) => {
    const source = whole.replace(taken, instead);
    expect(source).not.toBe(whole);
    expect(remarks(source)).toEqual(said);
  });

  it('are all tested', () => {
    const tested = Object.keys(cases).map((name) => name.split(/[ ,]/, 1)[0]);
    expect(strictRules.map(({ name }) => name).filter((name) => !tested.includes(name))).toEqual([]);
  });

  it('are all in the guide', () => {
    const guide = readFileSync(new URL('../../../docs/KB-FORMAT.md', import.meta.url), 'utf8');
    expect(strictRules.map(({ name }) => name).filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('say what to do', () => {
    const { article } = parseArticle('---\ntitle: "S1: t"\n---\n\nArticle: S1\n\nSUMMARY\n=======\n\nx\n', 'S1.md');
    const advice = checkArticles(article === null ? [] : [article], strictRules).map((one) => one.advice);
    expect(advice).toHaveLength(6);
    expect(advice.every((one) => one.length > 20)).toBe(true);
  });

  it('are not asked without being wanted', () => {
    const { article } = parseArticle(whole.replace(/codes: .*\n/, ''), 'S40105.md');
    expect(checkArticles(article === null ? [] : [article])).toEqual([]);
  });
});
