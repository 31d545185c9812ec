import { escapeMrkdwn, type Mrkdwn, userMention } from './mrkdwn.js';
import { type Piece, textElement } from './pieces.js';
import type { Texts } from './texts/texts.js';

const examples = [
  ['401.5', 'status'],
  ['0x80070005', 'windowsError'],
  ['ntlm fails after sp6a', 'words'],
  ['GET /x.asp 500 100 0', 'logLine'],
  ['Q288323', 'id'],
] as const;

/** What can be asked, as a list of the first `count` examples; all of them unless given. */
export function exampleItems({ help }: Texts, command: string, count: number = examples.length): Piece[] {
  return examples.slice(0, count).map(([question, kind]) => exampleItem(`${command} ${question}`, help.examples[kind]));
}

function exampleItem(question: string, what: string): Piece {
  const elements = [{ type: 'text' as const, text: question, style: { code: true } }, textElement(`  ${what}`)];
  return { type: 'item', ordered: false, indent: 0, number: 1, elements };
}

/** How to ask inside a thread. @param bot the bot's own user id, where it is known */
export function threadAdvice({ help }: Texts, bot: string | undefined): Mrkdwn {
  const name = userMention(bot ?? '') ?? escapeMrkdwn(help.bot);
  return help.inThreads(name);
}
