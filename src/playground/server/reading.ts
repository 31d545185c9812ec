import type { Channel, LocalSlack, Message, ReadOptions, User, View } from './types.js';
import { waitFor, waitUntilQuiet } from './waiting.js';
import type { Workspace } from './workspace.js';

const defaultWaitMs = 5_000;

type Reading = Pick<LocalSlack, 'channel' | 'messages' | 'waitForMessage' | 'views' | 'waitForView' | 'quiet'>;

/** The part of a local Slack that looks and waits, and changes nothing. */
export function createReading(workspace: Workspace): Reading {
  return {
    channel: (name) => findChannel(workspace, name),
    messages: (channel, options = {}) => readMessages(workspace, findChannel(workspace, channel), options),
    waitForMessage: (fits, timeoutMs = defaultWaitMs) => waitForMessage(workspace, fits, timeoutMs),
    views: (name) => [...workspace.views.stack(findUser(workspace, name).id)],
    waitForView: (name, fits = () => true, timeoutMs = defaultWaitMs) => waitForView(workspace, name, fits, timeoutMs),
    quiet: (milliseconds = 50) => waitUntilQuiet(workspace.log, milliseconds),
  };
}

/** By name. Throws for somebody who is not there. */
export function findUser({ directory }: Workspace, name: string): User {
  const user = directory.userNamed(name);
  if (user !== null) return user;
  throw new Error(`there is nobody called "${name}"; there: ${directory.users.map((one) => one.name).join(', ')}`);
}

/** By name or id; `@ana` is the DM of ana and the bot. Throws for a channel that is not there. */
function findChannel(workspace: Workspace, name: string): Channel {
  const { directory } = workspace;
  if (name.startsWith('@')) return directory.directMessage(findUser(workspace, name), directory.botUser());
  const channel = directory.channel(name);
  if (channel !== null) return channel;
  throw new Error(
    `there is no channel "${name}"; there: ${directory.channels.map((one) => `#${one.name}`).join(', ')}`,
  );
}

function readMessages(workspace: Workspace, channel: Channel, { threadTs, as }: ReadOptions): Message[] {
  const reader = as === undefined ? null : findUser(workspace, as).id;
  const { messages } = workspace;
  const all = threadTs === undefined ? messages.list(channel.id) : messages.thread(channel.id, threadTs);
  return all.filter(({ ephemeral_to }) => ephemeral_to === undefined || ephemeral_to === reader);
}

function waitForMessage(
  { messages }: Workspace,
  fits: (message: Message) => boolean,
  timeoutMs: number,
): Promise<Message> {
  return waitFor(
    () => messages.all().find(fits) ?? null,
    (listener) => messages.subscribe((change) => (change.type === 'deleted' ? null : listener(change.message))),
    fits,
    timeoutMs,
    () => `no message fits; the newest: ${JSON.stringify(messages.all().at(-1)?.text ?? null)}`,
  );
}

function waitForView(
  workspace: Workspace,
  name: string,
  fits: (view: View) => boolean,
  timeoutMs: number,
): Promise<View> {
  const { id } = findUser(workspace, name);
  return waitFor(
    () => [...workspace.views.stack(id)].reverse().find(fits) ?? null,
    (listener) => workspace.views.subscribe(({ user, view }) => (user === id && view !== null ? listener(view) : null)),
    fits,
    timeoutMs,
    () => `no view of ${name} fits`,
  );
}
