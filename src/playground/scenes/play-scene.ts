import { setTimeout as sleep } from 'node:timers/promises';
import { elementsOf } from '../server/block-kit/placed-elements.js';
import { isJson } from '../server/json.js';
import type { DeliveryError, InteractionResult, LocalSlack, Message, Person, View } from '../server/types.js';
import type { Scene, Step } from './types.js';

export interface PlayOptions {
  /** 1 as written, 0.5 twice as fast, 0 without pauses. Default 1. */
  pace?: number;
  /** Ends the scene before its next step. */
  signal?: AbortSignal;
  /** Hears of every step that is done, with the bot's answer, or else the message that it brought or changed. */
  onStep?: (step: Step, message: Message) => void;
}

/** The channel, and the messages that steps gave names to. */
interface Stage {
  readonly slack: LocalSlack;
  readonly channel: string;
  readonly cast: Map<string, Message>;
}

/**
 * Plays a scene in the local Slack, each step when the one before is done and the bot has answered it.
 * Rejects when the signal aborts, and when the bot does not answer.
 */
export async function playScene(slack: LocalSlack, scene: Scene, options: PlayOptions = {}): Promise<void> {
  const { pace = 1, signal, onStep } = options;
  const stage: Stage = { slack, channel: scene.channel, cast: new Map() };
  for (const step of scene.steps) {
    await sleep(step.after * 1000 * pace, undefined, signal === undefined ? {} : { signal });
    const message = await playStep(stage, step);
    onStep?.(step, message);
  }
}

async function playStep(stage: Stage, step: Step): Promise<Message> {
  const person = stage.slack.as(step.who);
  switch (step.do) {
    case 'post':
      return post(stage, person, step);
    case 'command': {
      const { message, error } = await person.command(step.command, step.text, stage.channel);
      if (message === null) throw noAnswer(`${step.command} ${step.text}`, error);
      return keep(stage, step.answer, message);
    }
    case 'shortcut': {
      const on = named(stage, step.on);
      const answer = await answerOf(stage, person, on, () => person.messageShortcut(step.callbackId, on));
      return keep(stage, step.answer, answer);
    }
    case 'press': {
      const on = named(stage, step.on);
      return keep(stage, step.answer, await answerOf(stage, person, on, () => press(person, on, step.button)));
    }
    case 'window':
      return fillWindow(stage, person, step);
    case 'edit':
      return person.edit(named(stage, step.message), step.text);
    case 'react':
      await person.react(named(stage, step.message), step.emoji);
      return named(stage, step.message);
  }
}

/** Posts, and waits for the bot's answer when the text asks it. */
async function post(stage: Stage, person: Person, step: Step & { do: 'post' }): Promise<Message> {
  const under = step.under === undefined ? {} : { threadTs: threadOf(named(stage, step.under)) };
  const message = await person.post(stage.channel, withTimes(step.text), under);
  if (step.name !== undefined) keep(stage, step.name, message);
  if (step.answer === undefined) return message;
  return keep(stage, step.answer, await answerOf(stage, person, message, async () => null));
}

/** The next message of the bot in the thread of `about`, for all or for this person, after `ask` was done. */
async function answerOf(
  { slack, channel }: Stage,
  { user }: Person,
  about: Message,
  ask: () => Promise<InteractionResult | null>,
): Promise<Message> {
  const thread = threadOf(about);
  const before = new Set(slack.messages(channel, { as: user.name }).map(({ ts }) => ts));
  before.delete(about.ts);
  const result = await ask();
  if (result !== null && result.error !== null) throw noAnswer(about.text, result.error);
  return slack.waitForMessage(
    (message) =>
      message.user === slack.botUser.id &&
      message.channel === about.channel &&
      message.thread_ts === thread &&
      message.ts !== about.ts &&
      !before.has(message.ts) &&
      [undefined, user.id].includes(message.ephemeral_to),
  );
}

/** Opens a window from a message, fills it, sends it, and closes what it turned into. */
async function fillWindow(stage: Stage, person: Person, step: Step & { do: 'window' }): Promise<Message> {
  const on = named(stage, step.on);
  const before = new Set(stage.slack.views(step.who).map(({ id }) => id));
  const { error } = await person.messageShortcut(step.callbackId, on);
  if (error !== null) throw noAnswer(on.text, error);
  const opened = await stage.slack.waitForView(step.who, ({ id }) => !before.has(id));
  const typed = Object.entries(step.inputs).map(([label, text]) => inputOf(opened, label, text));
  const { errors, error: lost, view } = await person.submit(opened, Object.fromEntries(typed));
  const refused = Object.values(errors).join(' ');
  if (lost !== null || refused !== '') throw new Error(`the window of "${on.text}" was not taken: ${lost ?? refused}`);
  if (view !== null) await person.closeView(view);
  return on;
}

/** What is typed into the input of a window that has this label, as `submit` takes it. */
function inputOf({ blocks }: View, label: string, text: string): [string, Record<string, string>] {
  const block = blocks.find((one) => isJson(one.label) && one.label.text === label);
  if (block === undefined || !isJson(block.element)) throw new Error(`the window has no input "${label}"`);
  return [String(block.block_id), { [String(block.element.action_id)]: text }];
}

async function press(person: Person, on: Message, label: string): Promise<InteractionResult> {
  const buttons = elementsOf(on.blocks ?? []).filter(({ element }) => element.type === 'button');
  const button = buttons.find(({ element }) => isJson(element.text) && element.text.text === label);
  if (button === undefined) throw new Error(`no button "${label}" on "${on.text}"`);
  return person.click(on, String(button.element.action_id), { blockId: button.blockId });
}

function named({ cast }: Stage, name: string): Message {
  const message = cast.get(name);
  if (message === undefined) throw new Error(`no earlier step brings the message "${name}"`);
  return message;
}

function keep({ cast }: Stage, name: string, message: Message): Message {
  cast.set(name, message);
  return message;
}

function threadOf({ thread_ts, ts }: Message): string {
  return thread_ts ?? ts;
}

function noAnswer(question: string, error: DeliveryError | null): Error {
  return new Error(`the bot did not answer "${question}": ${error ?? 'its answer was empty'}`);
}

/** Writes the times into log lines, so that they happened just now. */
function withTimes(text: string): string {
  return text.replaceAll(/\{-(\d+)s\}/g, (_, seconds: string) => {
    return new Date(Date.now() - Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  });
}
