/**
 * Fits the confidence model: how likely is the first result right, judged by its features?
 *
 *   npx tsx bench/fit-confidence.ts --kb FOLDER... [--sets FOLDER]
 *
 * Logistic regression with a ridge penalty over the question sets and `off-topic.jsonl`, checked by cross-validation.
 * Prints coefficients for `src/search/confidence.ts` and what thresholds are worth.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import { findCodes } from '../src/codes/find-codes.js';
import { createSearchData } from '../src/search/build-index.js';
import { type ConfidenceFeatures, confidenceFeatures, featureNames } from '../src/search/confidence.js';
import { rankArticles } from '../src/search/ranking.js';
import { type EvalQuestion, readQuestionSets } from './question-sets.js';

interface Sample {
  features: number[];
  right: boolean;
  /** How much it counts: every group of questions weighs the same. */
  weight: number;
  group: string;
}

const folds = 10;
const ridge = 0.002;

const { values } = parseArgs({
  options: {
    kb: { type: 'string', multiple: true, default: ['kb-data'] },
    sets: { type: 'string', default: process.env.SUBSTATUS_EVAL ?? '' },
  },
});
const { articles } = await readFolders(values.kb);
const data = createSearchData(articles);
const questions = [...(await readQuestionSets(values.sets)), ...(await offTopic()), ...codeQuestions()];
const samples = weighted(questions.map(sample));
const heldOut = samples.map((one, number) => {
  const fold = number % folds;
  return { one, fold };
});
const models = Array.from({ length: folds }, (_, fold) =>
  fit(heldOut.filter((s) => s.fold !== fold).map((s) => s.one)),
);
const predicted = heldOut.map(({ one, fold }) => ({ one, confidence: predict(models[fold] ?? [], one.features) }));

process.stdout.write('coefficients over all samples\n');
const model = fit(samples);
for (const [place, name] of ['intercept', ...featureNames].entries()) {
  process.stdout.write(`  ${name}: ${(model[place] ?? 0).toFixed(2)},\n`);
}
process.stdout.write(
  '\nheld out: threshold, precision above it, share of right ones above it, share of off-topic above it\n',
);
for (let threshold = 0.1; threshold < 0.96; threshold += 0.05) process.stdout.write(thresholdLine(threshold));

async function offTopic(): Promise<EvalQuestion[]> {
  const lines = await readFile(new URL('off-topic.jsonl', import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ set: 'off-topic', kind: 'off-topic', query: String(JSON.parse(line).query), right: [] }));
}

/** What an engineer in a hurry types: just a code that some articles are about; each of them is right. */
function codeQuestions(): EvalQuestion[] {
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

function sample(question: EvalQuestion): Sample {
  const query = { text: question.query, codes: findCodes(question.query), filters: {}, limit: 10 };
  const ranking = rankArticles(data, query);
  const features: ConfidenceFeatures = confidenceFeatures(data, ranking, 0);
  const first = articles[ranking.ranked[0]?.article ?? -1]?.id ?? '';
  const group = question.right.length === 0 ? 'off-topic' : question.set;
  return {
    features: featureNames.map((name) => features[name]),
    right: question.right.includes(first),
    weight: 1,
    group,
  };
}

function weighted(samples: Sample[]): Sample[] {
  const sizes = new Map<string, number>();
  for (const { group } of samples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return samples.map((one) => ({ ...one, weight: samples.length / sizes.size / (sizes.get(one.group) ?? 1) }));
}

/** Gradient descent with a fixed step; the problem is convex and small. @returns intercept, then a weight a feature */
function fit(samples: Sample[]): number[] {
  const coefficients = new Array<number>(featureNames.length + 1).fill(0);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < 6000; step++) {
    const gradient = coefficients.map((coefficient, place) => (place === 0 ? 0 : ridge * coefficient));
    for (const { features, right, weight } of samples) {
      const error = ((predict(coefficients, features) - (right ? 1 : 0)) * weight) / total;
      gradient[0] = (gradient[0] ?? 0) + error;
      for (const [place, value] of features.entries()) gradient[place + 1] = (gradient[place + 1] ?? 0) + error * value;
    }
    for (const [place, slope] of gradient.entries()) coefficients[place] = (coefficients[place] ?? 0) - 2 * slope;
  }
  return coefficients;
}

function predict(coefficients: readonly number[], features: readonly number[]): number {
  const sum = features.reduce(
    (all, value, place) => all + value * (coefficients[place + 1] ?? 0),
    coefficients[0] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

function thresholdLine(threshold: number): string {
  const above = predicted.filter(({ confidence }) => confidence >= threshold);
  const rights = predicted.filter(({ one }) => one.right);
  const strangers = predicted.filter(({ one }) => one.group === 'off-topic');
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  const precision = share(above.filter(({ one }) => one.right).length, above.length);
  const kept = share(above.filter(({ one }) => one.right).length, rights.length);
  const passed = share(above.filter(({ one }) => one.group === 'off-topic').length, strangers.length);
  return `  ${threshold.toFixed(2)}   ${precision}   ${kept}   ${passed}\n`;
}
