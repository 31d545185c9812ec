import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { exampleItems, threadAdvice } from './how-to-ask.js';
import { escapeMrkdwn } from './mrkdwn.js';
import { richText } from './pieces.js';
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

/**
 * What can be asked, and where.
 * @param options.command the slash command, `/kb`
 * @param options.bot the bot's own user id, where it is known: the card then shows its name as people mention it
 */
export function helpCard(texts: Texts, options: { command: string; bot: string | undefined }): Card {
  const { command } = options;
  const { help } = texts;
  return {
    text: notification(help.words(command)),
    blocks: present([
      mrkdwnSection(help.title),
      richText(exampleItems(texts, command)),
      mrkdwnSection(threadAdvice(texts, options.bot)),
      contextBlock([{ mrkdwn: help.narrow }, { mrkdwn: help.again(escapeMrkdwn(command)) }]),
    ]),
  };
}
