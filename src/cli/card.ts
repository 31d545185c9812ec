import { Command } from 'commander';
import { articleCard } from '../cards/article.js';
import { noticeCard } from '../cards/notice-card.js';
import { articlePlainText } from '../cards/plain-text.js';
import { UsageError } from './exit.js';
import { loadKnowledgeBase, reportProblems } from './knowledge-base.js';
import { kbOption } from './options.js';

interface CardOptions {
  kb: string[];
  json?: boolean;
}

/** `substatus card ID`: the card of one article, as text for people or as Block Kit JSON for Slack. */
export function cardCommand(): Command {
  return new Command('card')
    .description('show the card of one article, as text or as the Block Kit JSON that Slack gets')
    .argument('<id>', 'the article: Q288323, KB288323 or 288323')
    .addOption(kbOption())
    .option('--json', 'print {"text", "blocks"} instead of text')
    .addHelpText('after', examples)
    .action(showCard);
}

/** @throws UsageError when `written` has not the form of an article id */
async function showCard(written: string, options: CardOptions): Promise<void> {
  const id = articleId(written);
  const { lookup, diagnostics } = await loadKnowledgeBase(options.kb);
  reportProblems(diagnostics);
  const article = lookup.article(id);
  const missing = `No article has the id ${id}.`;
  const { isTTY, columns } = process.stdout;
  if (options.json === true) {
    const card = article === null ? noticeCard(missing) : articleCard(article, { question: '' });
    process.stdout.write(`${JSON.stringify(card, null, 2)}\n`);
  } else if (article === null) {
    process.stderr.write(`${missing} Try: substatus lookup ${id}\n`);
  } else {
    const text = articlePlainText(article, { width: Math.min(columns ?? 80, 100), colour: isTTY === true });
    process.stdout.write(`${text}\n`);
  }
}

/** The normal form of an article id as people write it: `kb288323` and `288323` are `Q288323`. */
function articleId(written: string): string {
  const found = /^(?:KB|([A-Z]))?(\d{1,12})$/i.exec(written.trim());
  if (found === null) throw new UsageError(`"${written}" is not an article id. Give one such as Q288323 or 288323.`);
  return `${found[1]?.toUpperCase() ?? 'Q'}${found[2]}`;
}

const examples = `
Examples:
  $ substatus card Q288323
  $ substatus card 288323 --kb ./kb-data --json
  $ substatus card S40105 --json | jq .blocks

The card has the cause and the resolution; in Slack its buttons show the rest of the article.`;
