import { randomUUID } from 'node:crypto';
import { addReaction } from '../api/reactions.js';
import { messageLimits } from '../block-kit/limits.js';
import { SlackError } from '../slack-error.js';
import { typedText } from '../text/typed-text.js';
import type { Json, Message, PostOptions, Team, User } from '../types.js';
import type { Workspace } from '../workspace.js';
import { type Client, currentMessage, openChannelFor } from './client.js';

/** Types a message into a channel or thread. */
export function postMessage(client: Client, channelName: string, text: string, options: PostOptions): Message {
  const { user } = client;
  const channel = openChannelFor(client, channelName);
  const { threadTs, files } = options;
  const { messages, clock, team } = client.workspace;
  refuseCommand(text, threadTs !== undefined);
  refuseLength(text);
  if (threadTs !== undefined && messages.getPublic(channel.id, threadTs) === null) {
    throw new SlackError('thread_not_found', [
      `there is no message ${threadTs} in #${channel.name} to answer in a thread`,
    ]);
  }
  return messages.post({
    ...{ type: 'message', channel: channel.id, ts: clock.nextTs(), user: user.id, team: team.id },
    ...(files === undefined ? {} : { subtype: 'file_share', files: files.map((file) => fileObject(client, file)) }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...authorship(user, team),
    ...typedContent(client.workspace, text),
  });
}

export function editMessage(client: Client, message: Message, text: string): Message {
  const current = ownMessage(client, message, 'cant_update_message');
  refuseLength(text);
  const edited = { user: client.user.id, ts: client.workspace.clock.nextTs() };
  return client.workspace.messages.replace({ ...current, ...typedContent(client.workspace, text), edited });
}

export function deleteMessage(client: Client, message: Message): void {
  client.workspace.messages.remove(ownMessage(client, message, 'cant_delete_message'));
}

export function react(client: Client, message: Message, emoji: string): void {
  openChannelFor(client, message.channel);
  addReaction(client.workspace, currentMessage(client, message), emoji.replaceAll(':', ''), client.user.id);
}

function ownMessage(client: Client, message: Message, refusal: string): Message {
  const current = currentMessage(client, message);
  openChannelFor(client, message.channel);
  const { id, name } = client.user;
  if (current.user !== id) throw new SlackError(refusal, [`${name} cannot change a message of somebody else`]);
  return current;
}

/** The client takes whatever begins with a slash for a command, and sends none from a thread. */
function refuseCommand(text: string, isReply: boolean): void {
  const command = /^\/[a-z][\w-]*(?!\S)/i.exec(text)?.[0];
  if (command === undefined) return;
  if (isReply) throw new SlackError('not_supported_in_threads', [`${command} is not supported in threads. Sorry!`]);
  throw new SlackError('unknown_command', [`${command} is a command, and not a message`]);
}

function refuseLength(text: string): void {
  if (text.length > messageLimits.text)
    throw new SlackError('msg_too_long', [`at most ${messageLimits.text} characters`]);
}

/** What the client sends for typed text. A message without text (a file alone) has no blocks. */
export function typedContent({ directory }: Workspace, typed: string): Pick<Message, 'text' | 'blocks'> {
  const { text, block } = typedText(typed, {
    userId: (name) => directory.userNamed(name)?.id ?? null,
    channelId: (name) => directory.channel(name)?.id ?? null,
  });
  if (text === '') return { text };
  return { text, blocks: [{ ...block, block_id: randomUUID().slice(0, 5) }] };
}

/** People's clients send a client_msg_id; other apps post with their bot's identity. */
export function authorship(user: User, team: Team): Partial<Message> {
  if (user.botId === null || user.appId === null) return { client_msg_id: randomUUID() };
  const profile: Json = { id: user.botId, app_id: user.appId, name: user.name, team_id: team.id, deleted: false };
  return { bot_id: user.botId, app_id: user.appId, bot_profile: profile };
}

function fileObject({ user, workspace, url }: Client, file: Json): Json {
  const id = workspace.ids.next('F');
  const created = workspace.clock.seconds();
  return {
    id,
    created,
    timestamp: created,
    user: user.id,
    mode: 'snippet',
    url_private: `${url}/files/${id}`,
    ...file,
  };
}
