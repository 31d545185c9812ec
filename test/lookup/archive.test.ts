import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { outcomeQuality, quality, type Run, rankOf } from '../../bench/quality.js';
import { readQuestionSets } from '../../bench/question-sets.js';
import { readFolders } from '../../src/article/read-folders.js';
import { createLookup } from '../../src/lookup/lookup.js';
import type { Lookup } from '../../src/lookup/types.js';
import { buildIndex } from '../../src/search/build-index.js';
import { archiveFolder } from '../support/archive.js';

const folder = archiveFolder('iis', 'ranking over the IIS articles');
const sets = process.env.SUBSTATUS_EVAL ?? '';
let lookup: Lookup;

describe.skipIf(folder === null)('over the IIS archive', () => {
  beforeAll(async () => {
    const { articles } = await readFolders(folder === null ? [] : [folder]);
    lookup = createLookup(buildIndex(articles));
  });

  it('has the article about 401.5 after a service pack among the first three', () => {
    const { outcome, matches } = lookup.ask('401.5');
    expect(outcome).toBe('answer');
    expect(matches.slice(0, 3).map(({ article }) => article.id)).toContain('Q288323');
  });

  it.each(['401.5 ntlm', '401.5 sp6a', '401-5 nltm sp6a'])('has it first for %s', (text) => {
    expect(lookup.ask(text).matches[0]?.article.id).toBe('Q288323');
  });

  describe.skipIf(!existsSync(sets))('on the question sets of SUBSTATUS_EVAL', () => {
    let runs: Run[];
    beforeAll(async () => {
      runs = (await readQuestionSets(sets)).map((question) => {
        const answer = lookup.ask(question.query);
        const ids = answer.matches.map(({ article }) => article.id);
        return { question, answer, rank: rankOf(question, ids) };
      });
    });

    // Floors a little under what is measured, so that a loss shows and noise does not.
    it.each([
      ['known-items', null, 0.93],
      ['questions', null, 0.68],
      ['questions', 'incident', 0.75],
      ['questions', 'terse', 0.89],
      ['questions', 'vague', 0.4],
    ])('ranks %s %s with an MRR@10 of %d at least', (set, kind, floor) => {
      const chosen = runs.filter(({ question }) => question.set === set && (kind === null || question.kind === kind));
      expect(chosen.length).toBeGreaterThan(0);
      expect(quality(chosen).mrr10).toBeGreaterThanOrEqual(floor);
    });

    it('shows what is right and is silent where nothing is', () => {
      const outcomes = outcomeQuality(runs);
      expect(outcomes.shownWhenRight).toBeGreaterThanOrEqual(0.9);
      expect(outcomes.noneWhenUnanswerable).toBeGreaterThanOrEqual(0.9);
      expect(outcomes.answerPrecision).toBeGreaterThanOrEqual(0.93);
    });
  });
});
