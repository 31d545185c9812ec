/**
 * Fits the confidence model: how likely is the first result right, judged by its features?
 *
 *   npx tsx bench/fit-confidence.ts --archive FOLDER [--sets FOLDER]
 *
 * Logistic regression with a ridge penalty, checked by cross-validation, over two knowledge bases, so that it holds for
 * a large and for a small one: an archive with its question sets (--sets or SUBSTATUS_EVAL), and kb-data with
 * `kb-questions.jsonl`. Both get the small talk of `off-topic.jsonl`, and the codes that their titles are about.
 * Prints coefficients for `src/search/confidence.ts`, and what thresholds are worth.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import type { Article } from '../src/article/types.js';
import { findCodes } from '../src/codes/find-codes.js';
import { createSearchData } from '../src/search/build-index.js';
import { confidenceFeatures, featureNames } from '../src/search/confidence.js';
import { rankArticles, type SearchData } from '../src/search/ranking.js';
import { fitLogistic, type Observation, predict } from './logistic-regression.js';
import { type EvalQuestion, readQuestionSet, readQuestionSets } from './question-sets.js';

interface Sample extends Observation {
  group: string;
  /** Whether nothing answers the question. */
  offTopic: boolean;
}

const folds = 10;

const { values } = parseArgs({
  options: { archive: { type: 'string' }, sets: { type: 'string', default: process.env.SUBSTATUS_EVAL ?? '' } },
});
if (values.archive === undefined || values.sets === '') throw new Error('give --archive FOLDER and --sets FOLDER');
const here = fileURLToPath(new URL('.', import.meta.url));
const offTopic = await readQuestionSet(`${here}off-topic.jsonl`);
const ours = await readQuestionSet(`${here}kb-questions.jsonl`);
const samples = weighted([
  ...(await samplesOver(values.archive, [...(await readQuestionSets(values.sets)), ...offTopic])),
  ...(await samplesOver(`${here}../kb-data`, [...ours, ...offTopic])),
]);

process.stdout.write('coefficients over all samples\n');
const model = fitLogistic(samples);
for (const [place, name] of ['intercept', ...featureNames].entries()) {
  process.stdout.write(`  ${name}: ${(model[place] ?? 0).toFixed(2)},\n`);
}
const heldOut = crossValidated(samples);
process.stdout.write(
  '\nheld out: threshold, precision above it, share of right above it, share of off-topic above it\n',
);
for (let percent = 10; percent < 96; percent += 5) process.stdout.write(thresholdLine(percent / 100));

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
  return [...about.values()].map(({ query, right }) => ({ set: 'codes', kind: 'codes', query, right }));
}

function sample(data: SearchData, { query, right, set }: EvalQuestion): Sample {
  const ranking = rankArticles(data, { text: query, codes: findCodes(query), filters: {}, limit: 10 });
  const features = confidenceFeatures(data, ranking, 0);
  const first = data.articles[ranking.ranked[0]?.article ?? -1]?.id ?? '';
  const offTopic = right.length === 0;
  return {
    features: featureNames.map((name) => features?.[name] ?? 0),
    positive: right.includes(first),
    weight: 1,
    group: `${data.articles.length} ${offTopic ? 'off-topic' : set}`,
    offTopic,
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

function thresholdLine(threshold: number): string {
  const above = heldOut.filter(({ confidence }) => confidence >= threshold);
  const right = above.filter(({ sample }) => sample.positive).length;
  const passed = above.filter(({ sample }) => sample.offTopic).length;
  const precision = right / Math.max(1, above.length);
  const kept = right / heldOut.filter(({ sample }) => sample.positive).length;
  const offTopicShare = passed / heldOut.filter(({ sample }) => sample.offTopic).length;
  return `  ${[threshold, precision, kept, offTopicShare].map((figure) => figure.toFixed(3)).join('   ')}\n`;
}
