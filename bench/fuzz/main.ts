/**
 * How long can a question take at the worst? Questions that nobody would ask (see tricky-questions.ts), up to 40,000
 * characters, go through reading, codes, lookup, cards and redaction. None may hold the process up for more than 50 ms.
 *
 *   npm run bench:fuzz -- [--questions 100000] [--from 0] [--seconds 230] [--kb DIR] [--json]
 *
 * A question is known by its number, so a long run can be cut into parts: it ends after so many seconds and says where to
 * go on. What took longer than it may is taken again, alone and five times, and the quickest of these counts: a machine
 * that was busy is no cost of ours.
 */
import { parseArgs } from 'node:util';
import { loadKnowledgeBase } from '../../src/cli/knowledge-base.js';
import type { Lookup } from '../../src/lookup/types.js';
import { type Step, steps, takeAllSteps } from './steps.js';
import { trickyQuestion } from './tricky-questions.js';

const mostMs = 50;
const again = 5;
const shown = 5;

interface Slow {
  number: number;
  length: number;
  total: number;
  slowest: Step;
  begins: string;
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
const first = Number(options.from);
const last = Number(options.questions);
const until = performance.now() + Number(options.seconds) * 1_000;

for (let number = 0; number < 200; number += 1) takeAllSteps(lookup, trickyQuestion(last + number)); // warms up
const worst: Record<Step | 'total', Slow[]> = { read: [], codes: [], lookup: [], cards: [], redact: [], total: [] };
const suspects: number[] = [];
let sum = 0;
let next = first;
for (; next < last && performance.now() < until; next += 1) {
  const took = measure(lookup, next);
  sum += took.total;
  if (took.total > mostMs * 0.8) suspects.push(next);
  for (const step of [...steps, 'total'] as const) keepWorst(worst[step], { ...took, total: took.of[step] });
}
const confirmed = suspects.map(takeAlone).sort((a, b) => b.total - a.total);
const tooSlow = confirmed.filter(({ total }) => total > mostMs);

const result = {
  articles: lookup.size,
  from: first,
  next,
  mean: sum / Math.max(1, next - first),
  worst,
  confirmed,
  tooSlow,
};
process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : report());
process.exitCode = tooSlow.length > 0 ? 1 : 0;

function measure(over: Lookup, number: number): Slow & { of: Record<Step | 'total', number> } {
  const question = trickyQuestion(number);
  const took = takeAllSteps(over, question);
  const total = steps.reduce((all, step) => all + took[step], 0);
  const slowest = [...steps].sort((a, b) => took[b] - took[a])[0] ?? 'read';
  const begins = JSON.stringify(question.slice(0, 40));
  return { number, length: question.length, total, slowest, begins, of: { ...took, total } };
}

function takeAlone(number: number): Slow {
  const { of: _, ...quickest } = Array.from({ length: again }, () => measure(lookup, number)).reduce((a, b) =>
    a.total <= b.total ? a : b,
  );
  return quickest;
}

function keepWorst(list: Slow[], { number, length, total, slowest, begins }: Slow): void {
  if (list.length === shown && total <= (list.at(-1)?.total ?? 0)) return;
  list.push({ number, length, total, slowest, begins });
  list.sort((a, b) => b.total - a.total);
  list.splice(shown);
}

function report(): string {
  const line = ({ number, length, total, slowest, begins }: Slow) =>
    `  ${total.toFixed(1).padStart(7)} ms  #${number}  ${length} characters  ${slowest}  ${begins}`;
  return [
    `${next - first} questions (#${first} to #${next - 1}) over ${lookup.size} articles, ${result.mean.toFixed(2)} ms on average`,
    ...([...steps, 'total'] as const).flatMap((step) => [
      `slowest in ${step}, as measured:`,
      ...worst[step].slice(0, 3).map(line),
    ]),
    `near or over ${mostMs} ms, taken again alone: ${confirmed.length}`,
    ...confirmed.slice(0, 10).map(line),
    `over ${mostMs} ms: ${tooSlow.length}`,
    next < last ? `goes on with: --from ${next}` : 'all asked',
    '',
  ].join('\n');
}
