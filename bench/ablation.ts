/**
 * What is each signal of the search worth? Asks every question of the sets with one signal after the other switched off.
 *
 *   npx tsx bench/ablation.ts --archive FOLDER [--sets FOLDER]
 *
 * Without --sets the folder is taken from SUBSTATUS_EVAL. Prints a Markdown table for docs/SEARCH.md: MRR@10 by set and
 * kind, and by how much each falls without the signal.
 */
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import type { Article } from '../src/article/types.js';
import { createLookup } from '../src/lookup/lookup.js';
import { fieldScoring } from '../src/search/bm25.js';
import { buildIndex } from '../src/search/build-index.js';
import { placeWeights } from '../src/search/code-index.js';
import { codeRanking } from '../src/search/code-ranking.js';
import { contextRanking, questionCoverage } from '../src/search/context-ranking.js';
import { termWeights } from '../src/search/question-terms.js';
import { groupQuality, idsOf, rankOf } from './quality.js';
import { readQuestionSets } from './question-sets.js';

const { values } = parseArgs({
  options: { archive: { type: 'string' }, sets: { type: 'string', default: process.env.SUBSTATUS_EVAL ?? '' } },
});
if (values.archive === undefined || values.sets === '') throw new Error('give --archive FOLDER and --sets FOLDER');
const { articles } = await readFolders([values.archive]);
const questions = await readQuestionSets(values.sets);

/** A signal, and the weights that switch it off. */
type Signal = [name: string, weights: Record<string, number>, off: Record<string, number>];

const signals: Signal[] = [
  ['exact codes', codeRanking, { exact: 0 }],
  ['the place of a code', placeWeights, same(placeWeights, 1)],
  ['further places of a code', codeRanking, { furtherPlace: 0 }],
  ['neighbouring words (phrases)', contextRanking, { adjacentPair: 0, nearPair: 0 }],
  ['the share of the title that is said', contextRanking, { titleCoverage: 0 }],
  ['a question that title or query words say whole', questionCoverage, { title: 0, queryWords: 0 }],
  ['names that mean the same', termWeights, { concept: 0 }],
  ['words used alike', termWeights, { related: 0 }],
  ['everyday words', termWeights, { everyday: 0 }],
  ['repaired spelling', termWeights, { spelling: 0, otherSpelling: 0 }],
  ['pieces of compounds', termWeights, { pieceOfKnownWhole: 0 }],
];

const whole = measure(articles);
process.stdout.write(
  `| without | ${Object.keys(whole).join(' | ')} |\n|---|${'---|'.repeat(Object.keys(whole).length)}\n`,
);
process.stdout.write(row('(nothing left out)', whole, null));
for (const [name, weights, off] of signals) {
  process.stdout.write(row(name, withWeights(weights, off), whole));
}
const fields = Object.values(fieldScoring).map((scoring) => ({ scoring, weight: scoring.weight }));
for (const { scoring } of fields) scoring.weight = 1;
process.stdout.write(row('field weights', measure(articles), whole));

function same(weights: Record<string, number>, value: number): Record<string, number> {
  return Object.fromEntries(Object.keys(weights).map((name) => [name, value]));
}

/** MRR@10 with some weights changed, which are put back. */
function withWeights(weights: Record<string, number>, off: Record<string, number>): Record<string, number> {
  const before = { ...weights };
  Object.assign(weights, off);
  const measured = measure(articles);
  Object.assign(weights, before);
  return measured;
}

/** MRR@10 by set and kind. */
function measure(base: readonly Article[]): Record<string, number> {
  const lookup = createLookup(buildIndex(base));
  const ranked = questions.map((question) => ({
    question,
    rank: rankOf(question, idsOf(lookup.ask(question.query))),
  }));
  const groups = Object.entries(groupQuality(ranked));
  return Object.fromEntries(groups.map(([name, { mrr10 }]) => [name, mrr10]));
}

function row(name: string, measured: Record<string, number>, against: Record<string, number> | null): string {
  const cells = Object.entries(measured).map(([group, mrr]) => {
    if (against === null) return mrr.toFixed(3);
    const change = mrr - (against[group] ?? 0);
    return Math.abs(change) < 0.0005 ? '=' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(3)}`;
  });
  return `| ${name} | ${cells.join(' | ')} |\n`;
}
