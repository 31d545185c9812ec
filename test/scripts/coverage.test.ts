import { describe, expect, it } from 'vitest';
import { coverage, gaps } from '../../scripts/kb-coverage/coverage.js';
import { coverageText } from '../../scripts/kb-coverage/coverage-text.js';
import type { DocumentedCode } from '../../scripts/kb-coverage/documented-code.js';
import { codesOfTable, documentedCodes, joined } from '../../scripts/kb-coverage/documented-codes.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { findCodes } from '../../src/codes/find-codes.js';
import { createLookup } from '../../src/lookup/lookup.js';
import { buildIndex } from '../../src/search/build-index.js';

const head = 'code\tname\tiis_versions\twin32_hresult\n';

function article(id: string, title: string, codes: string[], cause: string) {
  const source = `---\ntitle: "${id}: ${title}"\ncodes: ${JSON.stringify(codes)}\n---\n\nArticle: ${id}\n\nCAUSE\n=====\n\n${cause}\n`;
  const parsed = parseArticle(source, `${id}.md`);
  if (parsed.article === null) throw new Error('no article');
  return parsed.article;
}

const articles = [
  article('S40102', 'HTTP 401.2 - no method in common', ['401.2', '0x80090308'], 'Nothing is switched on.'),
  article('S50300', 'HTTP 503 - pool down', ['503'], 'The queue is full: QueueFull.'),
  article('S90044', 'FTP 530 - login fails', ['FTP 530'], 'FTP sub-status 41: the name is wrong.'),
  article('S90001', 'HTTP 404.7 mentioned, not declared', ['error 5'], 'Nothing.'),
];
const lookup = createLookup(buildIndex(articles));

function rowsOf(table: string, accepted: Parameters<typeof coverage>[3] = []) {
  return coverage(lookup, articles, codesOfTable(head + table), accepted);
}

function states(table: string): string[] {
  return rowsOf(table).map(({ code, article, state }) => `${code}: ${state} ${article}`);
}

describe('the codes of a table', () => {
  it('are its error rows, each asked alone, as people write it and as a log line', () => {
    const [code, ...others] = codesOfTable(`${head}200\tOK\t10\t\n401.2\tNo method\t10\t5; 2148074254 (0x8009030E)\n`);
    expect(others).toEqual([]);
    expect(code?.questions.map(({ form, text }) => `${form}: ${text.replace(/^\d.* - (?=\d)/, '... ')}`)).toEqual([
      'typed: 401.2',
      'error: HTTP 401.2',
      'log: ... 401 2 0 15',
      'log: ... 401 2 5 15',
      'log: ... 401 2 2148074254 15',
    ]);
  });

  it('may be of every form that the table has', () => {
    const rows = ['FTP 150', 'FTP 530', 'FTP substatus 0', 'FTP substatus 41', '500.19 (0x80070021)', '500.0 (ANCM)'];
    const codes = codesOfTable(head + [...rows, '503 (QueueFull)'].map((code) => `${code}\tname\t10\t`).join('\n'));
    expect(codes.map(({ code }) => code)).toEqual([
      'FTP 530',
      'FTP substatus 41',
      '500.19 0x80070021',
      '500.0 ANCM',
      '503 QueueFull',
    ]);
  });

  it('are refused in a form that nobody knows', () => {
    expect(() => codesOfTable(`${head}what\tname\t10\t\n`)).toThrow('Line 2: "what" is a code of no known form.');
  });

  it('are joined with ours: a code in both is asked in the ways of both', () => {
    const [code, ...others] = joined(
      codesOfTable(`${head}503 (N/A)\tone\t10\t`),
      codesOfTable(`${head}503 (n/a)\ttwo\t10\t`),
    );
    expect(others).toEqual([]);
    expect(code).toMatchObject({ code: '503 N/A', name: 'one' });
    expect(code?.questions).toHaveLength(3);
  });

  it('hold every error that Substatus can name, each once, and each is read as itself', () => {
    const codes = documentedCodes();
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(codes.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        '401.2',
        '500.30',
        '502.5',
        '503 QueueFull',
        '400 Hostname',
        '500.19 0x80070021',
        'FTP 530',
      ]),
    );
    const notRead = codes.filter(({ declared }) => declared.some((code) => findCodes(code).length !== 1));
    expect(notRead).toEqual([]);
    expect(codes.some(({ code }) => code === '200')).toBe(false);
  });
});

describe('coverage', () => {
  it('is ok where the article that declares the code is first', () => {
    expect(states('401.2\tx\t10\t')).toEqual(['401.2: ok S40102']);
  });

  it('is missing where nothing declares it, though an article has it in its title', () => {
    expect(states('404.7\tx\t10\t\n409\tx\t10\t')).toEqual(['404.7: missing null', '409: missing null']);
  });

  it('is not first where another article comes first for one of the questions', () => {
    const other = article('S90002', 'HTTP 401.2 401.2 and 5 and 0x80070005 again and again', ['error 5'], '401 2 5');
    const all = [...articles, other];
    const [row] = coverage(createLookup(buildIndex(all)), all, codesOfTable(`${head}401.2\tx\t10\t5`), []);
    expect(row).toMatchObject({ state: 'not first', article: 'S40102' });
    expect(row?.misses.every(({ first }) => first === 'S90002')).toBe(true);
  });

  it('takes 503 for 503.0, and wants the word of HTTP.sys in the article as well', () => {
    expect(states('503.0\tx\t10\t\n503 (QueueFull)\tx\t10\t\n503 (AppOffline)\tx\t10\t')).toEqual([
      '503.0: ok S50300',
      '503 QueueFull: ok S50300',
      '503 AppOffline: missing null',
    ]);
  });

  it('wants the number of an FTP sub-status said of it', () => {
    expect(states('FTP substatus 41\tWrong name\t10\t\nFTP substatus 4\tx\t10\t')).toEqual([
      'FTP substatus 41: ok S90044',
      'FTP substatus 4: missing null',
    ]);
  });

  it('accepts exceptions, only for the questions that they name, and says why and when they can go', () => {
    const accepted = [
      { codes: ['409', '401.2'], reason: 'nobody asks' },
      { codes: ['404.7'], asked: / 404 7 /, reason: 'no line has it' },
    ];
    const rows = rowsOf('409\tx\t10\t\n404.7\tx\t10\t\n401.2\tx\t10\t', accepted);
    expect(gaps(rows).map(({ code }) => code)).toEqual(['404.7']);
    const text = coverageText(rows, accepted);
    expect(text).toContain('exception: nobody asks: 409\nexception: no line has it: 404.7\n');
    expect(text).toContain('no exception any more: take 401.2, 404.7 out of exceptions.ts\n');
    expect(text).toMatch(/\n3 codes: 1 ok, 1 exception, 1 missing, 0 not first\n$/);
  });

  it('prints a line a code', () => {
    const code: DocumentedCode = { code: '401.2', name: 'n'.repeat(60), declared: ['401.2'], questions: [] };
    const [line] = coverageText(coverage(lookup, articles, [code], []), []).split('\n');
    expect(line).toBe(`401.2                    ${'n'.repeat(43)}… S40102   ok`);
  });
});
