import { speedKinds } from './questions.js';
import type { EngineSummary, Summary } from './summary.js';
import { targets } from './targets.js';
import { figure, textTable } from './text-table.js';

/** The whole run for a terminal. */
export function tables(summary: Summary): string {
  const { corpus, articles, questions, engines, node, processors, load } = summary;
  const parts = [
    `corpus ${corpus}: ${articles.toLocaleString('en')} articles, ${questions} questions, Node ${node}, ${processors} processors with a load of ${load.toFixed(1)}`,
    settings(engines),
    samples(summary),
    `Cost (milliseconds, megabytes; - is not available)\n${costs(engines)}`,
    `Milliseconds a question, and the median as a multiple of ours over the same questions\n${times(engines)}`,
    `Quality\n${qualities(summary)}`,
    goals(summary),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function settings(engines: readonly EngineSummary[]): string {
  return textTable(
    ['engine', 'settings'],
    engines.map((one) => [one.title, one.settings]),
    2,
  ).trimEnd();
}

function samples({ engines, questions }: Summary): string {
  const sampled = engines.filter(({ asked }) => asked < questions).map(({ title, asked }) => `${title} ${asked}`);
  return sampled.length === 0
    ? ''
    : `* asked a seeded sample of the ${questions} questions only: ${sampled.join(', ')}`;
}

function costs(engines: readonly EngineSummary[]): string {
  const rows = engines.map((one) =>
    [
      one.readMs,
      one.indexMs,
      one.fromFilesMs,
      one.indexMegabytes,
      one.fileMegabytes,
      one.readFileMs,
      one.loadMs,
      one.loadedMegabytes,
      one.firstAnswerMs,
    ].map(figure),
  );
  return textTable(
    [
      'engine',
      'read+parse',
      'index',
      'from files',
      'index MB',
      'file MB',
      'read file',
      'load',
      'loaded MB',
      'first answer',
    ],
    rows.map((row, place) => [engines[place]?.title ?? '', ...row]),
  ).trimEnd();
}

function times(engines: readonly EngineSummary[]): string {
  const header = speedKinds.flatMap((kind) => [`${kind} p50`, 'p99', 'x']);
  const rows = engines.map((one) => [
    `${one.title}`,
    ...speedKinds.flatMap((kind) => [
      figure(one.times[kind].p50),
      figure(one.times[kind].p99),
      figure(one.timesOurs[kind]),
    ]),
    figure(one.timesOurs.all),
  ]);
  return textTable(['engine', ...header, 'all x'], rows).trimEnd();
}

function qualities({ engines, questions }: Summary): string {
  const names = [...new Set(engines.flatMap(({ quality }) => Object.keys(quality)))].sort();
  const rows = names.flatMap((name) =>
    engines.flatMap((one) => {
      const quality = one.quality[name];
      if (quality === undefined) return [];
      const { mrr10, recall1, recall3, recall10 } = quality;
      const figures = [mrr10, recall1, recall3, recall10].map((value) => value.toFixed(3));
      return [[name, `${one.title}${one.asked < questions ? ' *' : ''}`, String(quality.questions), ...figures]];
    }),
  );
  const header = ['set', 'engine', 'questions', 'MRR@10', 'recall@1', 'recall@3', 'recall@10'];
  return textTable(header, rows, 2).trimEnd();
}

function goals(summary: Summary): string {
  const rows = targets(summary).map(({ goal, measured, met }) => {
    const verdict = met === null ? 'not measured' : met ? 'met' : 'MISSED';
    return [goal, measured === null ? '-' : figure(measured), verdict];
  });
  return rows.length === 0
    ? ''
    : `Goals, as this run measured them\n${textTable(['goal', 'measured', ''], rows).trimEnd()}`;
}
