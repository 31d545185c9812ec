import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { plainText } from '../cards/plain-text.js';
import { whyText } from '../cards/reasons.js';
import { english } from '../cards/texts/en/english.js';
import type { Answer, Lookup } from '../lookup/types.js';
import { readBatch } from './batch.js';
import { exitCodes, UsageError } from './exit.js';
import { openKnowledgeBase, reportProblems } from './knowledge-base.js';
import { indexOption, kbOption, positiveInteger, questionAfterFolders } from './options.js';
import { outputStyle } from './output-style.js';

interface LookupOptions {
  kb: string[];
  limit?: number;
  json?: boolean;
  batch?: string;
  index?: string;
}

/** What `--json` prints for one question. */
export interface LookupReport {
  query: string;
  outcome: Answer['outcome'];
  results: { id: string; score: number; why: string[] }[];
}

const defaultLimit = 10;

export function lookupCommand(): Command {
  return new Command('lookup')
    .description('answer a question from the knowledge base')
    .argument('[question...]', 'a code, words, a pasted log line; filters product:, version:, id:')
    .addOption(kbOption())
    .addOption(indexOption())
    .option('--limit <n>', `how many results at the most (default ${defaultLimit})`, positiveInteger)
    .option('--json', 'print one JSON object instead of a card')
    .option('--batch <file>', 'answer every {"query":"..."} line of a file (- for standard input), one JSON line each')
    .addHelpText('after', examples)
    .action(async (words: string[], options: LookupOptions) => {
      const isBatch = options.batch !== undefined;
      const asked = isBatch ? { words, folders: options.kb } : questionAfterFolders(words, options.kb, existsSync);
      const question = asked.words.join(' ').trim();
      if (!isBatch && question === '') throw new UsageError('Ask something: substatus lookup 401.5');
      if (isBatch && question !== '') throw new UsageError('Give a question or --batch, not both.');
      const queries = options.batch === undefined ? [question] : await readBatch(options.batch);
      const { lookup, diagnostics } = await openKnowledgeBase(asked.folders, options.index);
      reportProblems(diagnostics);
      const answer = options.json === true || isBatch ? json : card;
      for (const query of queries) await print(answer(lookup, query, options.limit ?? defaultLimit));
    });
}

/** Waits while the reader of our output is behind, so that a long batch does not pile up in memory. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

function json(lookup: Lookup, query: string, limit: number): string {
  return JSON.stringify(report(lookup.ask(query, { limit }), query, limit));
}

/** Articles that say the same for other versions follow the one that stands for them. */
function report({ outcome, matches }: Answer, query: string, limit: number): LookupReport {
  const results = matches.flatMap(({ id, also, score, why }) => [
    { id, score, why: why.map((reason) => whyText(english, [reason])) },
    ...also.map((other) => ({ id: other.id, score, why: [`the same as ${id} for another version`] })),
  ]);
  return { query, outcome, results: results.slice(0, limit) };
}

function card(lookup: Lookup, query: string, limit: number): string {
  return plainText(lookup.ask(query, { limit }), outputStyle());
}

const examples = `
Examples:
  $ substatus lookup 401.5 ntlm
  $ substatus lookup "HTTP Error 500.19 0x8007000d" --json
  $ substatus lookup app pool stops version:10.0
  $ substatus lookup Q288323 --kb ./team-kb --kb ./kb-data
  $ echo '{"query":"403.14"}' | substatus lookup --batch - --json

A good answer comes with its cause and resolution; when nothing is good enough it says so.
A question that begins with a dash, other than a number, goes after --, as in: substatus lookup -- --foo

--json prints {"query","outcome","results":[{"id","score","why":[...]}]} on one line; the outcome is answer, weak
(the closest article, not sure) or none. --batch prints one such line for each question, in order; empty lines are
passed over. When a line is no question, every such line is named and nothing is answered.

${exitCodes}`;
