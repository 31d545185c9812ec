/**
 * How long can a text that somebody sends hold the bot up? Questions that nobody would ask (tricky-questions.ts), up to
 * 40,000 characters, go through everything that the bot does with a text (steps.ts). None may take more than 50 ms, all
 * steps together.
 *
 *   npm run bench:fuzz -- [--questions 100000] [--from 0] [--seconds 230] [--kb DIR] [--json]
 *
 * A question is known by its number, so a long run can be cut into parts: it ends after so many seconds and says where to
 * go on. What counts is the time of the processor where that is less than the time on the clock. What came near the limit
 * is taken again, alone and five times, and the quickest of these counts: collecting garbage of others is no cost of its own.
 */
import { parseArgs } from 'node:util';
import { loadKnowledgeBase } from '../../src/cli/knowledge-base.js';
import { type Step, stepNames, steps, type Took, takeSteps } from './steps.js';
import { trickyQuestion } from './tricky-questions.js';

const mostMs = 50;
const again = 5;
const warmUps = 2_000;

interface Asked {
  number: number;
  length: number;
  begins: string;
  took: Took;
}

interface Row {
  what: string;
  mean: number;
  worst: number;
  number: number;
}

const { values: options } = parseArgs({
  options: {
    questions: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '230' },
    kb: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const { lookup } = await loadKnowledgeBase(options.kb);
const take = takeSteps(lookup);
const first = Number(options.from);
const last = Number(options.questions);

for (let number = 0; number < warmUps; number += 1) take(trickyQuestion(last + number));
const until = performance.now() + Number(options.seconds) * 1_000;

const measures: [what: string, of: (took: Took) => number][] = [
  ...stepNames.map((step: Step): [string, (took: Took) => number] => [steps[step], (took) => took.steps[step]]),
  ['all of that', ({ total }) => total],
  ['substatus codes, with the whole text', ({ codes }) => codes],
];
const rows: Row[] = measures.map(([what]) => ({ what, mean: 0, worst: 0, number: first }));
const suspects: number[] = [];
let worst = 0;
let next = first;
for (; next < last && performance.now() < until; next += 1) {
  const { took } = ask(next);
  for (const [at, [, of]] of measures.entries()) note(rows[at], of(took), next);
  if (limited(took) > mostMs * 0.8) suspects.push(next);
  else worst = Math.max(worst, limited(took));
}
for (const row of rows) row.mean /= Math.max(1, next - first);
const near = suspects.map(takeAlone).sort((a, b) => limited(b.took) - limited(a.took));
worst = Math.max(worst, ...near.map(({ took }) => limited(took)));
const tooSlow = near.filter(({ took }) => limited(took) > mostMs);

const result = { articles: lookup.size, from: first, next, rows, near, worst, tooSlow: tooSlow.length };
process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : report());
process.exitCode = tooSlow.length > 0 ? 1 : 0;

function ask(number: number): Asked {
  const question = trickyQuestion(number);
  const begins = JSON.stringify(question.slice(0, 30));
  return { number, length: question.length, begins, took: take(question) };
}

function limited({ total, codes }: Took): number {
  return Math.max(total, codes);
}

function takeAlone(number: number): Asked {
  const times = Array.from({ length: again }, () => ask(number));
  return times.reduce((a, b) => (limited(a.took) <= limited(b.took) ? a : b));
}

function note(row: Row | undefined, ms: number, number: number): void {
  if (row === undefined) return;
  row.mean += ms;
  if (ms > row.worst) Object.assign(row, { worst: ms, number });
}

function report(): string {
  const cell = (ms: number) => ms.toFixed(2).padStart(9);
  const line = (what: string, ...cells: string[]) => `${what.padEnd(66)}${cells.join('')}`;
  return [
    `${next - first} questions (#${first} to #${next - 1}) over ${lookup.size} articles, in milliseconds`,
    line('', '     mean', '    worst', '   of question'),
    ...rows.map(({ what, mean, worst, number }) => line(what, cell(mean), cell(worst), `   #${number}`)),
    `came near ${mostMs} ms and were taken again alone: ${near.length}`,
    ...near.slice(0, 10).map((one) => {
      const { number, length, begins, took } = one;
      return `  #${number}, ${length} characters, ${limited(took).toFixed(1)} ms: ${begins}`;
    }),
    `the worst: ${worst.toFixed(1)} ms; over ${mostMs} ms: ${tooSlow.length}`,
    next < last ? `goes on with: --from ${next}` : 'all asked',
    '',
  ].join('\n');
}
