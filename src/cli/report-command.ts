import { Command, InvalidArgumentError, Option } from 'commander';
import { readStorePlace } from '../config.js';
import type { Report } from '../store/types.js';
import { readEnvironment } from './environment.js';
import { exitCodes } from './exit.js';
import { reportSvg } from './report-svg.js';

/** As many codes, articles and questions are listed. */
const most = 10;
const dayMs = 24 * 60 * 60 * 1000;

const unitMs: Record<string, number> = { h: dayMs / 24, d: dayMs, w: 7 * dayMs };

/** `30d` ago, or the start of a day, in milliseconds since 1970. */
function sinceTime(text: string): number {
  const [, amount, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (amount !== undefined) return Date.now() - Number(amount) * (unitMs[unit] ?? dayMs);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) throw new InvalidArgumentError('It must be such as 12h, 30d, 4w or 2026-11-01.');
  return day;
}

/** `substatus report`: what was asked, and what had no answer. */
export function reportCommand(): Command {
  return new Command('report')
    .description('what was asked: most looked-up codes and articles, questions without an answer, outcomes by day')
    .addOption(
      new Option('--since <when>', 'how far back, such as 12h, 30d or 4w, or a day such as 2026-11-01')
        .argParser(sinceTime)
        .default(sinceTime('30d'), '30d'),
    )
    .addOption(
      new Option('--format <format>', 'text, json for programs, or svg for a picture')
        .choices(['text', 'json', 'svg'])
        .default('text'),
    )
    .addHelpText('after', examples)
    .action(async ({ since, format }: { since: number; format: keyof typeof forms }) => {
      const { readReport } = await import('../store/report.js');
      const report = await readReport(readStorePlace(readEnvironment()), since, most);
      process.stdout.write(forms[format](report));
    });
}

const forms = {
  text: reportText,
  json: (report: Report) => `${JSON.stringify(report)}\n`,
  svg: reportSvg,
};

const examples = `
Reads the store: the file in SUBSTATUS_DATA (./data unless set), or DATABASE_URL. Questions were written down without
addresses, user names, mail addresses and secrets. Days are those of UTC. Before a question without an answer stands on
how many occasions it was asked: in how many threads, or on how many days of a conversation.

Examples:
  $ substatus report
  $ substatus report --since 7d
  $ substatus report --since 2026-11-01 --format json | jq '.unanswered'
  $ substatus report --since 90d --format svg > report.svg

${exitCodes}`;

/** The report for people. */
export function reportText({ since, lookups, codes, articles, unanswered, days }: Report): string {
  const head = `${lookups} ${lookups === 1 ? 'lookup' : 'lookups'} since ${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (lookups === 0) return `${head}.\n`;
  return [
    `${head}.`,
    ...section(
      'Codes',
      codes.map(({ code, lookups: count }) => [count, code]),
    ),
    ...section(
      'Articles',
      articles.map(({ article, lookups: count }) => [count, article]),
    ),
    ...section(
      'Without an answer',
      unanswered.map(({ question, occasions }) => [occasions, oneLine(question)]),
    ),
    '',
    `${'Day'.padEnd(12)}${'answer'.padStart(8)}${'weak'.padStart(8)}${'none'.padStart(8)}`,
    ...days.map(({ day, ...counts }) => day.padEnd(12) + numbers(counts.answer, counts.weak, counts.none)),
    '',
  ].join('\n');
}

function section(title: string, rows: [number, string][]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows.map(([count, text]) => `${String(count).padStart(6)}  ${text}`)];
}

function numbers(...counts: number[]): string {
  return counts.map((count) => String(count).padStart(8)).join('');
}

const longestLine = 100;

/** A question may be a page with line breaks and what a terminal would obey. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
