import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOriginality } from '../../scripts/kb-originality/check-originality.js';
import { SharedRuns } from '../../scripts/kb-originality/shared-runs.js';
import { findFiles } from '../../src/article/find-files.js';
import { archiveFolder } from '../support/archive.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
  mkdirSync(join(folder, 'archive/100/Q100001'), { recursive: true });
  mkdirSync(join(folder, 'ours'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is found when our article has this symptom and an article of others says that. */
async function found(symptom: string, theirs: string): Promise<string[]> {
  writeFileSync(
    join(folder, 'ours/S40105.md'),
    `---\ntitle: "S40105: t"\nsources:\n  - "${plain.join(' ')}"\n---\n\nArticle: S40105\n\nSYMPTOMS\n========\n\n${symptom}\n\nAdditional query words: ${plain.join(' ')}\n`,
  );
  writeFileSync(join(folder, 'archive/100/Q100001/README.md'), theirs);
  const { runs, articles, compared } = await checkOriginality([join(folder, 'ours')], join(folder, 'archive'));
  expect({ articles, compared }).toEqual({ articles: 1, compared: 1 });
  return runs.map(({ path, line, words, archive }) => `${path.slice(folder.length + 1)}:${line} ${archive} ${words}`);
}

const plain = 'nine small grey geese walk home along the river'.split(' ');

describe('originality', () => {
  it('finds eight words in a row, whatever stands between them, and says where', async () => {
    expect(
      await found(
        'First line.\nSeven small grey *geese* walk\nhome, along the  river.',
        `\t${plain.join('\n\t').toUpperCase()}!`,
      ),
    ).toEqual(['ours/S40105.md:13 100/Q100001 small grey geese walk home along the river']);
  });

  it('is content with seven', async () => {
    expect(await found('grey geese walk home along the river', plain.join(' '))).toEqual([]);
  });

  it('looks at the title too', async () => {
    const path = join(folder, 'ours/S1.md');
    writeFileSync(path, `---\ntitle: "S1: ${plain.join(' ')}"\n---\n\nArticle: S1\n\nCAUSE\n=====\n\nx\n`);
    writeFileSync(join(folder, 'archive/100/Q100001/README.md'), plain.join(' '));
    const { runs } = await checkOriginality([join(folder, 'ours')], join(folder, 'archive'));
    expect(runs).toMatchObject([{ path, line: 2 }]);
  });

  it.each([
    ['in a step', `1. ${plain.join(' ')}`],
    ['in a note', `NOTE: ${plain.join(' ')}`],
    ['in a bullet', `- ${plain.join(' ')}`],
    ['around a name in backticks', `nine small grey geese walk \`home\` along the river`],
  ])('finds it %s', async (_, symptom) => {
    expect(await found(symptom, plain.join(' '))).toHaveLength(1);
  });

  it.each([
    ['code', `Text:\n\n    ${plain.join(' ')}`],
    ['code in a sentence', `Say \`${plain.join(' ')}\` to it.`],
    ['an error text', `It says "${plain.slice(0, 5).join(' ')}\n${plain.slice(5).join(' ')}".`],
    ['a heading', `nine small grey geese walk home along\n-------------------------------------\n\nthe river`],
    ['cells of a table', `nine small   grey geese walk\nhome along   the river\nx            y`],
  ])('excepts %s', async (_, symptom) => {
    expect(await found(symptom, plain.join(' '))).toEqual([]);
  });

  it.each([
    'Open Internet Information Services (IIS) Manager and Internet Explorer on Windows Server 2003',
    'see https://example.com/a/b/c/d/e/f/g/h and `x`',
    'under HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters\\One\\Two\\Three',
    'in %windir%\\system32\\inetsrv\\config\\one\\two\\three\\four.config',
    'the right to Log on as a batch job or to Log on as a service',
  ])('does not count names: %s', async (text) => {
    expect(await found(text, text)).toEqual([]);
  });

  it('counts the words around names', async () => {
    const text = 'Click the tab in IIS Manager, then click the button and close the window';
    expect(await found(text, text)).toEqual([`ours/S40105.md:12 100/Q100001 ${text.toLowerCase().replace(',', '')}`]);
  });

  it('tells of runs that overlap once, with the article that has most of it', () => {
    const words = 'a b c d e f g h i j k l'.split(' ').map((text) => ({ text, line: 1, isName: false }));
    const shared = new SharedRuns([{ path: 'p', words }]);
    shared.compare('a b c d e f g h', 'short');
    shared.compare('x c d e f g h i j k l', 'long');
    shared.compare('c d e f g h i j', 'inside');
    expect(shared.findings()).toEqual([{ path: 'p', line: 1, words: 'a b c d e f g h i j k l', archive: 'long' }]);
  });

  it('does not read across two stretches', () => {
    const words = (text: string) => text.split(' ').map((one) => ({ text: one, line: 1, isName: false }));
    const shared = new SharedRuns([
      { path: 'p', words: words('a b c d') },
      { path: 'q', words: words('e f g h') },
    ]);
    shared.compare('a b c d e f g h', 'all');
    expect(shared.findings()).toEqual([]);
  });

  it('finds every planted run, wherever it stands', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 40 }), fc.array(word), fc.nat(), (ours, before, at) => {
        const start = at % (ours.length - 7);
        const shared = new SharedRuns([
          { path: 'p', words: ours.map((text, index) => ({ text, line: index + 1, isName: false })) },
        ]);
        shared.compare([...before, 'zzz', ...ours.slice(start, start + 8), 'zzz'].join(' '), 'theirs');
        const covered = shared
          .findings()
          .some(({ line, words }) => line - 1 <= start && line - 1 + words.split(' ').length >= start + 8);
        return covered;
      }),
    );
  });

  const archive = archiveFolder('iis', 'that no sentence of ours is copied');
  describe.skipIf(archive === null)('over the archive', () => {
    it('finds no copied run in the articles that ship', async () => {
      const { articles, compared, runs } = await checkOriginality(['kb-data'], archive ?? '');
      expect(articles).toBeGreaterThan(100);
      expect(compared).toBeGreaterThan(1000);
      expect(runs).toEqual([]);
    });

    it('finds a sentence of it that was planted', async () => {
      const { files } = await findFiles(archive ?? '');
      const texts = files.slice(700, 720).map((file) => readFileSync(file, 'utf8').replace(/\s+/g, ' '));
      const sentence = texts.map((text) => /(?:\b[a-z]+ ){12}/.exec(text)?.[0]).find((one) => one !== undefined) ?? '';
      expect(sentence).not.toBe('');
      writeFileSync(
        join(folder, 'ours/S1.md'),
        `---\ntitle: "S1: t"\n---\n\nArticle: S1\n\nCAUSE\n=====\n\nOurs: ${sentence}indeed.\n`,
      );
      const { runs } = await checkOriginality([join(folder, 'ours')], archive ?? '');
      expect(runs).toMatchObject([{ line: 10 }]);
      expect(runs[0]?.words).toContain(sentence.trim());
    });
  });
});
