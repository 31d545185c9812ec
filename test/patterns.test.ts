import pMap from 'p-map';
import { check } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Pattern, type Patterns, patternsInSource, patternsMadeAtLoad } from './support/patterns.js';

/**
 * No text may make a pattern of ours take long: each is proved linear (or found so by a search for attacks) by recheck,
 * or stands here, by how it begins, with the reason why its texts are too short for that to matter; so do those on which
 * the checker takes long, or thinks otherwise from one run to the next. `npm run bench:fuzz` measures all of them together.
 */
const bounded: Record<string, Record<string, string>> = {
  'codes/cues.ts': { '': 'each reads the 64 characters before or after a number' },
  'codes/event-ids.ts': { '(?:\\b(?:event|evt)': 'reads the 64 characters before a number' },
  'codes/ftp-replies.ts': { '': 'each reads the 64 characters before or after a number' },
  'codes/listed-numbers.ts': { '(?<!\\d)\\d+$': 'reads a code of ours, some 30 characters' },
  'codes/non-codes.ts': {
    'v?\\d+(?:\\.\\d+){2,}': 'sticky: tried once where a number begins, and reading goes on behind what it took',
    '\\d+(?:[ ./-]?': 'sticky: tried once behind a word for telephones, and never fails on two digits',
    '(?:\\b(?:rfc|ports?': 'reads the 32 characters before a number',
  },
  'codes/sqlstates.ts': { '\\b(?:odbc|ado': 'reads the 64 characters before a number' },
  'lookup/read-question.ts': { '(?<![\\p{L}\\p{N}])(product': 'each quotation has at most 200 characters' },
  'playground/page/block-kit/text/parse-inlines.ts': {
    '(?:[.,;:!?)': 'reads one address that the page itself cut out',
  },
  'playground/server/text/typed-text.ts': {
    '`(?<code>[^`': 'reads what one person types; in some runs the checker names attacks, and they take a millisecond',
  },
  'secrets.ts': {
    '\\b([a-z][a-z0-9+.-]{0,20}:': 'at most 221 characters from each beginning',
    '\\b((?:[a-z]{1,20}[_-])?': 'at most 340 characters from each beginning',
  },
  'store/redact.ts': {
    '[\\w.+-]{1,80}@': 'at most 80 characters before the one sign it looks for',
    '<@[UW][A-Z0-9]{2,20}': 'at most 105 characters from each beginning',
  },
};

/** Made while running, of what a question or a list says: their files say how it is escaped and bounded. */
const madeLater: Record<string, number> = {
  'lookup/did-you-mean.ts': 1,
  'playground/page/block-kit/markdown/parse-markdown.ts': 1,
  'store/personal-rows.ts': 1,
};

/** The slowest takes two seconds on a quiet machine. */
const checkMs = 30_000;
/** On a busy machine the checker may name an attack that is none; what is dangerous it finds each time. */
const tries = 3;

describe('every pattern in src/', () => {
  let found: Patterns;
  let patterns: Pattern[];
  beforeAll(async () => {
    found = patternsInSource();
    const atLoad = [...found.made.keys()].filter((file) => !(file in madeLater));
    patterns = [...found.literals, ...(await patternsMadeAtLoad(atLoad))];
  });

  it('is known', () => {
    expect(found.literals.length).toBeGreaterThan(400);
    const later = Object.values(madeLater).reduce((sum, count) => sum + count, 0);
    const made = [...found.made.values()].reduce((sum, count) => sum + count, 0);
    expect(patterns.length - found.literals.length + later).toBe(made);
  });

  it('takes a time that grows with the text, or reads little of it', async () => {
    const unique = [...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
    const problems = (await pMap(unique, problemOf, { concurrency: 2 })).filter((one) => one !== null);
    expect(problems).toEqual([]);
  }, 600_000);

  it('that is excused is still there', () => {
    for (const [file, reasons] of Object.entries(bounded)) {
      for (const begins of Object.keys(reasons)) {
        expect(
          patterns.some((one) => one.file === file && one.source.startsWith(begins)),
          `${file} ${begins}`,
        ).toBe(true);
      }
    }
  });

  it('would be noticed if it were dangerous', async () => {
    expect(await problemOf({ source: '^(a+)+$', flags: '', file: 'x.ts' })).toMatch(/exponential/);
    expect(await problemOf({ source: '\\s+$', flags: '', file: 'x.ts' })).toMatch(/2nd degree/);
    expect(await problemOf({ source: '^\\s+', flags: '', file: 'x.ts' })).toBeNull();
  });
});

/** Why a pattern is refused, with a text to see it; null when it is safe or excused. */
async function problemOf({ source, flags, file }: Pattern): Promise<string | null> {
  if (Object.keys(bounded[file] ?? {}).some((begins) => source.startsWith(begins))) return null;
  // A sticky pattern is tried where it is told to, which the checker does not know; what it may begin with is.
  let why = '';
  for (let randomSeed = 1; randomSeed <= tries; randomSeed += 1) {
    const result = await check(source, flags, { timeout: checkMs, checker: 'auto', randomSeed });
    if (result.status === 'safe') return null;
    why =
      result.status === 'vulnerable' ? `${result.complexity.summary}, try ${result.attack.pattern}` : result.error.kind;
  }
  return `${file}: /${source}/${flags} is not proved linear: ${why}`;
}
