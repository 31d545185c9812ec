import { Command } from 'commander';
import { checkArticles } from '../article/check/check-articles.js';
import { placed } from '../article/check/placed.js';
import { strictRules } from '../article/check/strict-rules.js';
import { readFolders } from '../article/read-folders.js';
import type { Diagnostic } from '../article/types.js';
import { onOneLine } from './one-line.js';

/** What `--json` prints. */
export interface CheckReport {
  articles: number;
  errors: number;
  warnings: number;
  /** By file, then by place in it. */
  diagnostics: Diagnostic[];
}

/** As many diagnostics of one rule are printed as text; the rest is counted. */
const mostOfOneRule = 20;

/** A message that cites a whole damaged line is cut here. */
const longestMessage = 300;

export function checkCommand(): Command {
  return new Command('check')
    .description('check articles: what is wrong, where, and what to do')
    .argument('<dir...>', 'folders (or single files) of articles; the one named first wins where two hold the same id')
    .option('--strict', 'also ask for cause, resolution, codes, sources, a review date and five query words')
    .option('--json', 'print one JSON object with every diagnostic')
    .addHelpText('after', examples)
    .action(async (folders: string[], options: { json?: boolean; strict?: boolean }) => {
      const report = await check(folders, options.strict === true);
      process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : checkText(report));
      process.exitCode = report.errors > 0 ? 1 : 0;
    });
}

const examples = `
One line each: file:line:column  severity  rule  what is wrong - what to do, then a summary. At most ${mostOfOneRule} lines a
rule; --json has them all, as {"articles","errors","warnings","diagnostics":[...]}.
Exit code: 1 with errors (a folder that cannot be read is one), 0 without; warnings do not count.

Examples:
  substatus check kb-data
  substatus check team-kb kb-data --strict      what the articles that ship have to pass
  substatus check kb-data ../team-kb            articles of both may refer to each other
  substatus check kb-data --json | jq '.diagnostics[] | select(.severity == "error")'`;

/** Reads and checks some folders, by the strict rules as well if wanted. Never throws for what is in them. */
export async function check(folders: string[], strict = false): Promise<CheckReport> {
  const { articles, diagnostics } = await readFolders(folders);
  const found = await placed([...diagnostics, ...checkArticles(articles, strict ? strictRules : [])]);
  const all = found.sort(byPlace);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { articles: articles.length, errors, warnings: all.length - errors, diagnostics: all };
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** The report for people. */
export function checkText(report: CheckReport): string {
  const counts = new Map<string, number>();
  const lines = report.diagnostics.flatMap((diagnostic) => {
    const count = (counts.get(diagnostic.rule) ?? 0) + 1;
    counts.set(diagnostic.rule, count);
    return count > mostOfOneRule ? [] : [diagnosticLine(diagnostic)];
  });
  const hidden = [...counts].filter(([, count]) => count > mostOfOneRule);
  lines.push(...hidden.map(([rule, count]) => `... and ${count - mostOfOneRule} more ${rule} (--json has them all)`));
  return `${[...lines, summary(report, counts)].join('\n')}\n`;
}

function diagnosticLine({ path, line, column, severity, rule, message, advice }: Diagnostic): string {
  const what = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return onOneLine(`${path}:${line}:${column}  ${severity}  ${rule}  ${what} - ${advice}`);
}

function summary({ articles, errors, warnings }: CheckReport, counts: Map<string, number>): string {
  const rules = [...counts].sort(([, one], [, other]) => other - one).map(([rule, count]) => `${rule} ${count}`);
  const detail = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
  return `${amount(articles, 'article')}: ${amount(errors, 'error')}, ${amount(warnings, 'warning')}${detail}`;
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
