/**
 * Fits the two models of `src/search/confidence.ts` over the features of the first result: how likely is it right, and
 * how likely has the question to do with the articles at all?
 *
 *   npm run bench:confidence -- --archive FOLDER [--sets FOLDER]
 *
 * Logistic regression with a ridge penalty, checked by cross-validation, over two knowledge bases, so that it holds for
 * a large and for a small one: an archive with its question sets (--sets or SUBSTATUS_EVAL), and kb-data with
 * `kb-questions.jsonl`. Both get the small talk of `off-topic.jsonl`, the words of `vague.jsonl` that many articles are
 * about and none answers, and the codes that their titles are about, alone and in log lines.
 * Prints coefficients of both models, and what thresholds are worth.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import type { Article } from '../src/article/types.js';
import { findCodes } from '../src/codes/find-codes.js';
import { createSearchData } from '../src/search/build-index.js';
import { confidenceFeatures, featureNames } from '../src/search/confidence.js';
import { rankArticles } from '../src/search/ranking.js';
import type { SearchData } from '../src/search/search-data.js';
import { stringAt } from '../src/search/string-table.js';
import { fitLogistic, type Observation, predict } from './logistic-regression.js';
import { type EvalQuestion, readQuestionSet, readQuestionSets } from './question-sets.js';

interface Sample extends Observation {
  group: string;
  /** Whether the question has to do with the articles. */
  related: boolean;
}

const folds = 10;

const { values } = parseArgs({
  options: { archive: { type: 'string' }, sets: { type: 'string', default: process.env.SUBSTATUS_EVAL ?? '' } },
});
if (values.archive === undefined || values.sets === '') throw new Error('give --archive FOLDER and --sets FOLDER');
const here = fileURLToPath(new URL('.', import.meta.url));
const offTopic = await readQuestionSet(`${here}off-topic.jsonl`);
const vague = await readQuestionSet(`${here}vague.jsonl`);
const ours = await readQuestionSet(`${here}kb-questions.jsonl`);
const samples = weighted([
  ...(await samplesOver(values.archive, [...(await readQuestionSets(values.sets)), ...offTopic, ...vague])),
  ...(await samplesOver(`${here}../kb-data`, [...ours, ...offTopic, ...vague])),
]);

report('the first result is right', samples);
report(
  'the question has to do with the articles',
  samples.map((one) => ({ ...one, positive: one.related })),
);

async function samplesOver(folder: string, questions: EvalQuestion[]): Promise<Sample[]> {
  const { articles } = await readFolders([folder]);
  const data = createSearchData(articles);
  return [...questions, ...codeQuestions(articles)].map((question) => sample(data, question));
}

/** What an engineer in a hurry types: just a code that some articles are about; each of them is right. */
function codeQuestions(articles: Article[]): EvalQuestion[] {
  const about = new Map<string, { query: string; right: string[] }>();
  for (const { id, title, codes } of articles) {
    for (const { kind, code, text } of findCodes([title, ...codes].join('\n'))) {
      if (kind === 'kb') continue;
      const entry = about.get(code) ?? { query: text, right: [] };
      entry.right.push(id);
      about.set(code, entry);
    }
  }
  const alone = [...about.values()].map(({ query, right }) => ({ set: 'codes', kind: 'codes', query, right }));
  return [...alone, ...alone.flatMap(logLine)];
}

/** The line that a server logs for a status with a substatus. */
function logLine({ query, right }: EvalQuestion): EvalQuestion[] {
  const [, status, substatus] = /^([45]\d\d)\.(\d+)$/.exec(query) ?? [];
  if (status === undefined || substatus === undefined) return [];
  const line = `2026-11-02 04:03:55 10.20.0.5 GET /orders/list - 443 - 10.20.9.61 Mozilla/5.0 - ${status} ${substatus} 0 44`;
  return [{ set: 'log lines', kind: 'log lines', query: line, right }];
}

function sample(data: SearchData, { query, right, set }: EvalQuestion): Sample {
  const ranking = rankArticles(data, { text: query, codes: findCodes(query), filters: {}, limit: 10 });
  const features = confidenceFeatures(data, ranking, 0);
  const first = stringAt(data.articles.ids, ranking.ranked[0]?.article ?? -1);
  return {
    features: featureNames.map((name) => features?.[name] ?? 0),
    positive: right.includes(first),
    weight: 1,
    group: `${data.size} ${right.length === 0 ? 'unanswerable' : set}`,
    related: right.length > 0 || set === 'vague',
  };
}

/** Every group of questions weighs the same, however many there are. */
function weighted(samples: Sample[]): Sample[] {
  const sizes = new Map<string, number>();
  for (const { group } of samples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return samples.map((one) => ({ ...one, weight: samples.length / sizes.size / (sizes.get(one.group) ?? 1) }));
}

/** Each sample with the confidence of a model that was fitted without it. */
function crossValidated(samples: Sample[]): { sample: Sample; confidence: number }[] {
  const models = Array.from({ length: folds }, (_, fold) => fitLogistic(samples.filter((_, n) => n % folds !== fold)));
  return samples.map((one, n) => ({ sample: one, confidence: predict(models[n % folds] ?? [], one.features) }));
}

function report(title: string, samples: Sample[]): void {
  const coefficients = fitLogistic(samples);
  const lines = ['intercept', ...featureNames].map(
    (name, place) => `  ${name}: ${(coefficients[place] ?? 0).toFixed(2)},`,
  );
  const heldOut = crossValidated(samples);
  const thresholds = Array.from({ length: 18 }, (_, n) => thresholdLine(heldOut, 0.1 + n * 0.05));
  const header = 'held out: threshold, precision above it, share of positives above it, share of unrelated above it';
  process.stdout.write(`${[title, ...lines, '', header, ...thresholds].join('\n')}\n\n`);
}

function thresholdLine(heldOut: { sample: Sample; confidence: number }[], threshold: number): string {
  const above = heldOut.filter(({ confidence }) => confidence >= threshold);
  const right = above.filter(({ sample }) => sample.positive).length;
  const passed = above.filter(({ sample }) => !sample.related).length;
  const precision = right / Math.max(1, above.length);
  const kept = right / heldOut.filter(({ sample }) => sample.positive).length;
  const unrelatedShare = passed / heldOut.filter(({ sample }) => !sample.related).length;
  return `  ${[threshold, precision, kept, unrelatedShare].map((figure) => figure.toFixed(3)).join('   ')}`;
}
