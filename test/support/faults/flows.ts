import type { ServedSlack } from '../../../src/playground/server/local-slack.js';
import type { DeliveryError, Message, View } from '../../../src/playground/server/types.js';
import type { Store } from '../../../src/store/types.js';
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
  'note window',
  'new note',
  'settings window',
  'new setting',
  'Home tab',
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
  /** How often what was to be saved is in the store; null where nothing is. */
  saved: ((store: Store) => Promise<number>) | null;
}

export const channel = '#incident-4711';
/** What is set there changes nothing for the other ways of asking. */
const settingsChannel = '#web-ops';
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
    case 'note window': {
      const card = await cardFor(slack, who);
      return asking(slack, who, /note/i, () => person.click(card, 'kb:v1:add-note'));
    }
    case 'new note':
      return newNote(slack, who);
    case 'settings window':
      return asking(slack, who, /Settings/, () => person.command('/kb', 'settings', settingsChannel));
    case 'new setting':
      return newSetting(slack, who);
    case 'Home tab':
      return asking(slack, who, /from \d+ articles/, async () => {
        await person.openHome();
        return { error: null };
      });
  }
}

let nonce = 100;

async function newNote(slack: ServedSlack, who: string): Promise<Asking> {
  const person = slack.as(who);
  await person.click(await cardFor(slack, who), 'kb:v1:add-note');
  const view = await slack.waitForView(who);
  nonce += 1;
  const text = `it was the load balancer of web-${nonce}.`;
  return {
    ...asking(slack, who, /The note is saved/, () => person.submit(view, { 'kb:v1:note-text': text })),
    async saved({ notes }) {
      return (await notes.newest(slack.team.id, 10)).filter((note) => note.text === text).length;
    },
  };
}

/** The window closes when what was set in it is saved. */
async function newSetting(slack: ServedSlack, who: string): Promise<Asking> {
  const person = slack.as(who);
  await person.command('/kb', 'settings', settingsChannel);
  const view = await slack.waitForView(who);
  nonce += 1;
  const version = `IIS ${nonce}`;
  const submitted = asking(slack, who, /never/, () => person.submit(view, { 'kb:v1:set:version': version }));
  let isClosed = false;
  return {
    ...submitted,
    async ask() {
      await submitted.ask();
      isClosed = person.openView() === null;
    },
    seen: () => ({ ...submitted.seen(), answers: isClosed ? 1 : 0 }),
    async saved({ settings }) {
      const { id } = slack.channel(settingsChannel);
      return (await settings.audit(slack.team.id, id, 10)).filter(({ to }) => to?.value === version).length;
    },
  };
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
    saved: null,
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
  const messages = [channel, settingsChannel, `@${who}`].flatMap((place) => slack.messages(place, { as: who }));
  const ofBot = messages.filter(({ bot_id }) => bot_id === slack.botUser.botId);
  const home = slack.as(who).home();
  return [...ofBot.map(ofMessage), ...[...slack.views(who), ...(home === null ? [] : [home])].map(ofView)];
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
