/**
 * How good are the answers? Asks every question of a folder of question sets and prints the quality by set and kind.
 *
 *   npx tsx bench/eval.ts --kb FOLDER... [--sets FOLDER] [--json] [--worst]
 *
 * Without --sets the folder is taken from SUBSTATUS_EVAL. --worst lists the questions whose article is not first.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import { createLookup } from '../src/lookup/lookup.js';
import type { Lookup } from '../src/lookup/types.js';
import { buildIndex } from '../src/search/build-index.js';
import { type OutcomeQuality, outcomeQuality, percentile, type Quality, quality, type Run, rankOf } from './quality.js';
import { type EvalQuestion, readQuestionSets } from './question-sets.js';

interface Report {
  articles: number;
  readMilliseconds: number;
  buildMilliseconds: number;
  /** Memory of the process after building, in megabytes. */
  residentMegabytes: number;
  p50Milliseconds: number;
  p99Milliseconds: number;
  groups: Record<string, Quality>;
  outcomes: OutcomeQuality;
}

const { values } = parseArgs({
  options: {
    kb: { type: 'string', multiple: true, default: ['kb-data'] },
    sets: { type: 'string', default: process.env.SUBSTATUS_EVAL ?? '' },
    json: { type: 'boolean', default: false },
    worst: { type: 'boolean', default: false },
  },
});
if (values.sets === '') throw new Error('no question sets: give --sets FOLDER or set SUBSTATUS_EVAL');
const questions = await readQuestionSets(values.sets);
const started = performance.now();
const { articles } = await readFolders(values.kb);
const read = performance.now();
const lookup = createLookup(buildIndex(articles));
const built = performance.now();
for (const question of questions) lookup.ask(question.query); // warms the compiler up; timed below
const runs = questions.map((question) => run(lookup, question));
const report: Report = {
  articles: articles.length,
  readMilliseconds: read - started,
  buildMilliseconds: built - read,
  residentMegabytes: process.memoryUsage.rss() / 1e6,
  p50Milliseconds: percentile(runs, 50),
  p99Milliseconds: percentile(runs, 99),
  groups: groupQuality(runs),
  outcomes: outcomeQuality(runs),
};
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
if (values.worst) process.stdout.write(worst(runs));

function run(lookup: Lookup, question: EvalQuestion): Run {
  const start = performance.now();
  const answer = lookup.ask(question.query);
  const milliseconds = performance.now() - start;
  return { question, answer, rank: rankOf(question, answer), milliseconds };
}

/** By set, and by kind where a set has several. */
function groupQuality(runs: readonly Run[]): Record<string, Quality> {
  const groups = new Map<string, Run[]>();
  for (const run of runs.filter(({ question }) => question.right.length > 0)) {
    for (const name of [run.question.set, `${run.question.set}/${run.question.kind}`]) {
      groups.set(name, [...(groups.get(name) ?? []), run]);
    }
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, quality(group)]));
}

function table(report: Report): string {
  const header = `${'set'.padEnd(28)} questions  MRR@10  recall@1  recall@3  recall@10`;
  const rows = Object.entries(report.groups).map(([name, group]) => {
    const figures = [group.mrr10, group.recall1, group.recall3, group.recall10].map((figure) => figure.toFixed(3));
    const [mrr, one, three, ten] = figures;
    return `${name.padEnd(28)} ${String(group.questions).padStart(9)}   ${mrr}     ${one}     ${three}      ${ten}`;
  });
  const outcomes = Object.entries(report.outcomes).map(([name, figure]) => `${name.padEnd(28)} ${figure.toFixed(3)}`);
  const costs = [
    `${report.articles} articles, read in ${report.readMilliseconds.toFixed(0)} ms, indexed in ${report.buildMilliseconds.toFixed(0)} ms,`,
    `${report.residentMegabytes.toFixed(0)} MB resident; a question takes ${report.p50Milliseconds.toFixed(2)} ms (p50), ${report.p99Milliseconds.toFixed(2)} ms (p99)`,
  ];
  return `${[header, ...rows, '', ...outcomes, '', ...costs].join('\n')}\n`;
}

function worst(runs: readonly Run[]): string {
  const missed = runs.filter(({ question, rank, answer }) =>
    question.right.length > 0 ? rank !== 1 : answer.outcome !== 'none',
  );
  const lines = missed.map(({ question, rank, answer }) => {
    const confidence = answer.matches[0]?.confidence.toFixed(2) ?? '-';
    return `${question.kind} rank ${rank ?? '-'} ${answer.outcome} ${confidence} ${answer.matches[0]?.article.id}: ${question.query}`;
  });
  return `\n${lines.join('\n')}\n`;
}
