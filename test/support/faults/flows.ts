import type { ServedSlack } from '../../../src/playground/server/local-slack.js';
import type { DeliveryError, Message, View } from '../../../src/playground/server/types.js';
import { visibleText } from '../bot.js';

export const flowNames = [
  'command',
  'mention',
  'direct message',
  'shortcut',
  'button',
  'private button',
  'article window',
  'search window',
  'search',
] as const;
/** A way to ask the bot something. */
export type FlowName = (typeof flowNames)[number];

/** What somebody who asked sees by now. */
export interface Seen {
  /** How often the answer is there. */
  answers: number;
  /** What the bot has said beside it. */
  words: string[];
  /** What Slack itself has told the person. */
  slackSays: DeliveryError | null;
}

/** Somebody is about to ask. */
export interface Asking {
  /** Asks; resolves when Slack has told the person whether the bot heard. */
  ask(): Promise<void>;
  /** The message that asks, for flows with one. */
  readonly message: Message | null;
  seen(): Seen;
}

export const channel = '#incident-4711';
const question = '403.14';
/** What every card about the question says, and nothing else that the bot says. */
const answer = /403\.14/;

/** Does all that comes before the asking: there is a card to press on, a window to type in. */
export async function prepare(slack: ServedSlack, flow: FlowName, who = 'ana'): Promise<Asking> {
  const person = slack.as(who);
  switch (flow) {
    case 'command':
      return asking(slack, who, answer, () => person.command('/kb', question, channel));
    case 'mention':
      return asking(slack, who, answer, () => person.post(channel, `@Substatus ${question}`));
    case 'direct message':
      return asking(slack, who, answer, () => person.post('@Substatus', question));
    case 'shortcut': {
      const alert = await slack.as('deploybot').post(channel, `web-1 answers ${question}`);
      return asking(slack, who, answer, () => person.messageShortcut('kb_lookup_message', alert), alert);
    }
    case 'button': {
      const card = await cardFor(slack, who);
      return asking(slack, who, /fixed/i, () => person.click(card, 'kb:v1:fixed'), card);
    }
    case 'private button': {
      const card = await cardFor(slack, who);
      return asking(slack, who, /APPLIES TO/, () => person.click(card, 'kb:v1:applies'));
    }
    case 'article window': {
      const card = await cardFor(slack, who);
      return asking(slack, who, answer, () => person.click(card, 'kb:v1:full'));
    }
    case 'search window':
      return asking(slack, who, /Search/, () => person.globalShortcut('kb_search_global'));
    case 'search': {
      await person.globalShortcut('kb_search_global');
      const view = await slack.waitForView(who);
      return asking(slack, who, answer, () => person.submit(view, { 'kb:v1:question-text': question }));
    }
  }
}

async function cardFor(slack: ServedSlack, who: string): Promise<Message> {
  const { message } = await slack.as(who).command('/kb', question, channel);
  if (message === null) throw new Error('there is no card to press on');
  return message;
}

type Result = Message | { error: DeliveryError | null; errors?: Record<string, string> };

/** @param about the message that a public answer stands below, unless it is the one that asks */
function asking(
  slack: ServedSlack,
  who: string,
  isAnswer: RegExp,
  send: () => Promise<Result>,
  about: Message | null = null,
): Asking {
  const before = new Set(visible(slack, who).map(({ id }) => id));
  let result: Result | null = null;
  return {
    async ask() {
      result = await send();
    },
    get message() {
      return result !== null && 'ts' in result ? result : null;
    },
    seen() {
      const thread = (about ?? this.message)?.ts ?? null;
      const fresh = visible(slack, who).filter(
        (one) => !before.has(one.id) && (one.thread === null || thread === null || one.thread === thread),
      );
      const said = fresh.filter(({ text }) => isAnswer.test(text));
      const delivery = result !== null && 'error' in result ? result : null;
      const refusals = Object.values(delivery?.errors ?? {});
      return {
        answers: Math.max(0, ...said.map(({ gist }) => said.filter((other) => other.gist === gist).length)),
        words: [...fresh.filter(({ text }) => !isAnswer.test(text)).map(({ text }) => text), ...refusals],
        slackSays: delivery?.error ?? null,
      };
    },
  };
}

/** Something of the bot's that a person can read. Two with one gist say the same, in blocks or without. */
interface Visible {
  id: string;
  gist: string;
  text: string;
  /** The public thread that it stands in or opens; null for what is for one person. */
  thread: string | null;
}

function visible(slack: ServedSlack, who: string): Visible[] {
  const messages = [channel, `@${who}`].flatMap((place) => slack.messages(place, { as: who }));
  const ofBot = messages.filter(({ bot_id }) => bot_id === slack.botUser.botId);
  return [...ofBot.map(ofMessage), ...slack.views(who).map(ofView)];
}

function ofMessage(message: Message): Visible {
  const text = `${message.text}\n${visibleText(message)}`;
  const isPublic = message.ephemeral_to === undefined && message.channel.startsWith('C');
  const thread = isPublic ? (message.thread_ts ?? message.ts) : null;
  return { id: message.ts, gist: `${message.thread_ts ?? ''} ${message.text}`, text, thread };
}

function ofView(view: View): Visible {
  const text = `${view.title?.text ?? ''}\n${visibleText(view)}`;
  return { id: `${view.id} ${view.hash}`, gist: view.id, text, thread: null };
}
