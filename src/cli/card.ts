import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { articleCard } from '../cards/article.js';
import { articlePlainText } from '../cards/plain-text.js';
import { english } from '../cards/texts/en/english.js';
import { exitCodes, UsageError } from './exit.js';
import { openKnowledgeBase, reportProblems } from './knowledge-base.js';
import { indexOption, kbOption, questionAfterFolders } from './options.js';
import { outputStyle } from './output-style.js';

interface CardOptions {
  kb: string[];
  json?: boolean;
  index?: string;
}

/** `substatus card ID`: the card of one article, as text for people or as Block Kit JSON for Slack. */
export function cardCommand(): Command {
  return new Command('card')
    .description('show the card of one article, as text or as the Block Kit JSON that Slack gets')
    .argument('[id]', 'the article: Q288323, KB288323 or 288323')
    .addOption(kbOption())
    .addOption(indexOption())
    .option('--json', 'print {"text", "blocks"} instead of text')
    .addHelpText('after', examples)
    .action(showCard);
}

/** @throws UsageError without an id, or when it has not the form of one */
async function showCard(written: string | undefined, options: CardOptions): Promise<void> {
  const asked = questionAfterFolders(written === undefined ? [] : [written], options.kb, existsSync);
  const id = articleId(asked.words.join(' '));
  const { lookup, diagnostics } = await openKnowledgeBase(asked.folders, options.index);
  reportProblems(diagnostics);
  const article = lookup.article(id);
  if (article === null) {
    process.stderr.write(`substatus: No article has the id ${id}. Try: substatus lookup ${id}\n`);
    process.exitCode = 1;
    return;
  }
  const card =
    options.json === true
      ? JSON.stringify(articleCard(english, article, { question: '' }), null, 2)
      : articlePlainText(article, outputStyle());
  process.stdout.write(`${card}\n`);
}

/** The normal form of an article id as people write it: `kb288323` and `288323` are `Q288323`. */
function articleId(written: string): string {
  const found = /^(?:KB|([A-Z]))?(\d{1,12})$/i.exec(written.trim());
  if (found === null) throw new UsageError(`"${written}" is not an article id. Give one: substatus card Q288323`);
  return `${found[1]?.toUpperCase() ?? 'Q'}${found[2]}`;
}

const examples = `
Examples:
  $ substatus card Q288323
  $ substatus card 288323 --kb ./kb-data --json
  $ substatus card S40105 --json | jq .blocks

The card has the cause and the resolution; in Slack its buttons show the rest of the article.

${exitCodes}`;
