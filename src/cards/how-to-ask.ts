import { escapeMrkdwn, type Mrkdwn, mrkdwn, userMention } from './mrkdwn.js';
import { type Piece, textElement } from './pieces.js';

const examples = [
  ['401.5', 'an HTTP status with its substatus'],
  ['0x80070005', 'a Windows error, in hex or decimal'],
  ['ntlm fails after sp6a', 'your own words'],
  ['GET /x.asp 500 100 0', 'a line of the web server’s log'],
  ['Q288323', 'an article by its id'],
] as const;

/** What can be asked, as a list of the first `count` examples; all of them unless given. */
export function exampleItems(command: string, count: number = examples.length): Piece[] {
  return examples.slice(0, count).map(([question, what]) => exampleItem(`${command} ${question}`, what));
}

function exampleItem(question: string, what: string): Piece {
  const elements = [{ type: 'text' as const, text: question, style: { code: true } }, textElement(`  ${what}`)];
  return { type: 'item', ordered: false, indent: 0, number: 1, elements };
}

/** How to ask inside a thread. @param bot the bot's own user id, where it is known */
export function threadAdvice(bot: string | undefined): Mrkdwn {
  const name = userMention(bot ?? '') ?? escapeMrkdwn('the bot');
  return mrkdwn`In a thread, mention ${name}, or choose *Look up this error* in a message’s menu: slash commands do not work there.`;
}
