import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { exampleItems, threadAdvice } from './how-to-ask.js';
import { escapeMrkdwn, mrkdwn } from './mrkdwn.js';
import { richText } from './pieces.js';
import type { Card } from './types.js';

/**
 * What can be asked, and where.
 * @param options.command the slash command, `/kb`
 * @param options.bot the bot's own user id, where it is known: the card then shows its name as people mention it
 */
export function helpCard(options: { command: string; bot: string | undefined }): Card {
  const { command } = options;
  return {
    text: notification(`Ask ${command} with an error code, words or a log line, for example ${command} 401.5`),
    blocks: present([
      mrkdwnSection(mrkdwn`*Ask with an error code, words or a log line*`),
      richText(exampleItems(command)),
      mrkdwnSection(threadAdvice(options.bot)),
      contextBlock([
        { mrkdwn: mrkdwn`Narrow a question with \`product:iis\`, \`version:4.0\` or \`id:Q288323\`.` },
        { mrkdwn: mrkdwn`\`${escapeMrkdwn(command)} help\` shows this.` },
      ]),
    ]),
  };
}
