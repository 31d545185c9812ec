import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCorpus } from '../../bench/search/corpus.js';
import { engineNames, engines } from '../../bench/search/engines/all.js';
import type { EngineMeasurement } from '../../bench/search/measurement.js';
import { messageLength } from '../../bench/search/pasted-messages.js';
import { plot } from '../../bench/search/plot.js';
import { benchQuestions, sampleOfEachKind, speedKind } from '../../bench/search/questions.js';
import { strictestSilence } from '../../bench/search/silence.js';
import { summarise } from '../../bench/search/summary.js';
import { tables } from '../../bench/search/tables.js';
import { targets } from '../../bench/search/targets.js';
import { whyNotFirst } from '../../bench/search/why-not-first.js';
import { readFolders } from '../../src/article/read-folders.js';
import type { Article } from '../../src/article/types.js';
import { createLookup } from '../../src/lookup/lookup.js';
import { buildIndex } from '../../src/search/build-index.js';

let articles: Article[];
beforeAll(async () => {
  articles = (await readFolders(['kb-data'])).articles;
});

describe('the questions', () => {
  it('are the same in every run', () => {
    expect(benchQuestions(articles, [])).toEqual(benchQuestions(articles, []));
  });

  it('hold codes of titles and messages of sixty words', () => {
    const questions = benchQuestions(articles, []);
    const codes = questions.filter((question) => speedKind(question) === 'code');
    const pasted = questions.filter((question) => speedKind(question) === 'pasted');
    expect(codes.map(({ query }) => query)).toContain('401.5');
    expect(pasted.length).toBeGreaterThan(0);
    for (const { query } of pasted) expect(query.split(' ')).toHaveLength(messageLength);
    expect(sampleOfEachKind(questions, () => 2)).toHaveLength(4);
  });
});

describe('the engines', () => {
  it.each(engineNames)('%s finds an article by its title, also from its file', async (name) => {
    const engine = await engines[name]();
    const searcher = await engine.build(articles);
    const { id, title } = articles[3] ?? { id: '', title: '' };
    expect(searcher.search(title, 10)).toContain(id);
    if (engine.load === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      if (engine.buildFile === undefined) await searcher.save?.(join(folder, 'index'));
      else await engine.buildFile('kb-data', join(folder, 'index'));
      const loaded = await engine.load(join(folder, 'index'));
      expect(loaded.search(title, 10)).toEqual(searcher.search(title, 10));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(engineNames)('%s takes any text', async (name) => {
    const searcher = await (await engines[name]()).build(articles);
    for (const query of ['', '"', 'AND OR NOT *', '😀', "it's 401.5:", 'a^b (c) -d']) {
      expect(Array.isArray(searcher.search(query, 10))).toBe(true);
    }
  });
});

describe('the report', () => {
  const question = { set: 'known-items', kind: 'words', query: 'a & b', right: ['A'] };
  const measurement = (name: string, milliseconds: number): EngineMeasurement => ({
    name,
    title: `<${name}>`,
    settings: '',
    articles: 1,
    readMs: 1,
    indexMs: 2,
    indexMegabytes: 3,
    residentMegabytes: 4,
    buildFile: null,
    fileBytes: null,
    answers: [{ question: 0, milliseconds, rank: 2 }],
    readFileMs: null,
    load: null,
  });
  const summary = summarise('all', 1, [question], [measurement('ours', 2), measurement('minisearch', 50)]);

  it('gives the median as a multiple of ours', () => {
    expect(summary.engines[1]?.timesOurs).toMatchObject({ word: 25, all: 25, code: null });
    expect(targets(summary).find(({ goal }) => goal.includes('MiniSearch'))?.met).toBe(true);
    expect(targets(summary).find(({ goal }) => goal.includes('snapshot'))?.met).toBeNull();
    expect(tables(summary)).toContain('known-items/words  <ours>');
  });

  it('refuses a run in which the folder changed', () => {
    expect(() => summarise('all', 2, [question], [measurement('ours', 2)])).toThrow(/read 1 of 2 articles/);
  });

  it('draws well-formed text', () => {
    expect(plot(summary)).toContain('&lt;minisearch>');
    expect(plot(summary)).not.toContain('NaN');
  });
});

describe('why an article is not first', () => {
  it('sets both beside each other and names the words that are missing', () => {
    const right = articles.find(({ title }) => title.includes('401.5'));
    const query = 'kerberos zeppelin 401.2';
    const lines = whyNotFirst(createLookup(buildIndex(articles)), {
      set: 's',
      kind: 'k',
      query,
      right: [right?.id ?? ''],
    });
    expect(lines).toMatch(/^s\/k, .*: kerberos zeppelin 401\.2\n {2}first S\d+/);
    expect(lines).toMatch(/lacks: .*zeppelin/);
  });
});

describe('the strictest silence', () => {
  it('keeps a share of the right answers', () => {
    const lookup = createLookup(buildIndex(articles));
    const answer = lookup.ask('401.5');
    const right = [0.9, 0.8, 0.3].map((relatedness) => ({
      question: { set: 's', kind: 'k', query: '', right: ['A'] },
      answer,
      rank: 1,
      relatedness,
    }));
    const silent = { question: { set: 'n', kind: 'n', query: '', right: [] }, answer, rank: null, relatedness: 0.5 };
    expect(strictestSilence([...right, silent], 0.6)).toMatchObject({ leastRelatedness: 0.8, answered: 2, silent: 1 });
  });
});

describe('the corpus', () => {
  it('names what is missing and what to do', () => {
    expect(() => findCorpus({ corpus: 'iis' }, {})).toThrow(/--sets DIR or set SUBSTATUS_EVAL/);
    expect(() => findCorpus({ corpus: 'iis', sets: 'bench' }, {})).toThrow(/SUBSTATUS_ARCHIVE/);
    expect(() => findCorpus({ corpus: 'all', sets: 'bench' }, { SUBSTATUS_ARCHIVE: 'bench' })).toThrow(/unpack/);
    expect(() => findCorpus({ corpus: 'some', sets: 'bench' }, {})).toThrow(/iis or all/);
    expect(findCorpus({ corpus: 'iis', sets: 'bench', archive: 'kb-data' }, {}).folder).toBe('kb-data');
  });
});
