import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { escapeMrkdwn, mrkdwn, userMention } from './mrkdwn.js';
import { type Piece, richText, textElement } from './pieces.js';
import type { Card } from './types.js';

const examples = [
  ['401.5', 'an HTTP status with its substatus'],
  ['0x80070005', 'a Windows error, in hex or decimal'],
  ['ntlm fails after sp6a', 'your own words'],
  ['GET /x.asp 500 100 0', 'a line of the web server’s log'],
  ['Q288323', 'an article by its id'],
] as const;

/**
 * What can be asked, and where.
 * @param options.command the slash command, `/kb`
 * @param options.bot the bot's own user id, where it is known: the card then shows its name as people mention it
 */
export function helpCard(options: { command: string; bot: string | undefined }): Card {
  const { command } = options;
  const bot = userMention(options.bot ?? '');
  return {
    text: notification(`Ask ${command} with an error code, words or a log line, for example ${command} 401.5`),
    blocks: present([
      mrkdwnSection(mrkdwn`*Ask with an error code, words or a log line*`),
      richText(examples.map(([question, what]) => exampleItem(`${command} ${question}`, what))),
      mrkdwnSection(
        mrkdwn`In a thread, mention ${bot ?? escapeMrkdwn('the bot')}, or choose *Look up this error* in a message’s menu: slash commands do not work there.`,
      ),
      contextBlock([
        { mrkdwn: mrkdwn`Narrow a question with \`product:iis\`, \`version:4.0\` or \`id:Q288323\`.` },
        { mrkdwn: mrkdwn`\`${escapeMrkdwn(command)} help\` shows this.` },
      ]),
    ]),
  };
}

function exampleItem(question: string, what: string): Piece {
  const elements = [{ type: 'text' as const, text: question, style: { code: true } }, textElement(`  ${what}`)];
  return { type: 'item', ordered: false, indent: 0, number: 1, elements };
}
