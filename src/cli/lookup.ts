import { Command } from 'commander';
import { plainText } from '../cards/plain-text.js';
import { whyText } from '../cards/reasons.js';
import type { Answer, Lookup } from '../lookup/types.js';
import { readBatch } from './batch.js';
import { UsageError } from './exit.js';
import { loadKnowledgeBase, reportProblems } from './knowledge-base.js';
import { kbOption, positiveInteger } from './options.js';

interface LookupOptions {
  kb: string[];
  limit?: number;
  json?: boolean;
  batch?: string;
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
    .option('--limit <n>', `how many results at the most (default ${defaultLimit})`, positiveInteger)
    .option('--json', 'print one JSON object instead of a card')
    .option('--batch <file>', 'answer every {"query":"..."} line of a file (- for standard input), one JSON line each')
    .addHelpText('after', examples)
    .action(async (words: string[], options: LookupOptions) => {
      const question = words.join(' ').trim();
      if (options.batch === undefined && question === '') throw new UsageError('Ask something: substatus lookup 401.5');
      if (options.batch !== undefined && question !== '') throw new UsageError('Give a question or --batch, not both.');
      const queries = options.batch === undefined ? [question] : await readBatch(options.batch);
      const { lookup, diagnostics } = await loadKnowledgeBase(options.kb);
      reportProblems(diagnostics);
      const asJson = options.json === true || options.batch !== undefined;
      for (const query of queries) {
        process.stdout.write(
          `${asJson ? JSON.stringify(report(lookup, query, options)) : card(lookup, query, options)}\n`,
        );
      }
    });
}

function report(lookup: Lookup, query: string, { limit = defaultLimit }: LookupOptions): LookupReport {
  const answer = lookup.ask(query, { limit });
  return {
    query,
    outcome: answer.outcome,
    results: answer.matches.map(({ article, score, why }) => ({
      id: article.id,
      score,
      why: why.map((reason) => whyText([reason])),
    })),
  };
}

function card(lookup: Lookup, query: string, { limit = defaultLimit }: LookupOptions): string {
  const { isTTY, columns } = process.stdout;
  return plainText(lookup.ask(query, { limit }), { width: Math.min(columns ?? 80, 100), colour: isTTY === true });
}

const examples = `
Examples:
  $ substatus lookup 401.5 ntlm
  $ substatus lookup "HTTP Error 500.19 0x8007000d" --json
  $ substatus lookup app pool stops version:10.0
  $ substatus lookup Q288323 --kb ./team-kb --kb ./kb-data
  $ echo '{"query":"403.14"}' | substatus lookup --batch - --json

A good answer comes with its cause and resolution; when nothing is good enough it says so.`;
