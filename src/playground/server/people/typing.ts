import { randomUUID } from 'node:crypto';
import { addReaction } from '../api/reactions.js';
import { team } from '../state/seed.js';
import { type TypedText, typedText } from '../text/typed-text.js';
import type { Json, Message, PostOptions, User } from '../types.js';
import { type Client, channelFor, currentMessage } from './client.js';

/** Types a message into a channel or thread. */
export function postMessage(client: Client, channelName: string, text: string, options: PostOptions): Message {
  const { user } = client;
  const channel = channelFor(client, channelName);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived: nobody can post there`);
  const { threadTs, files } = options;
  const { messages, clock } = client.workspace;
  if (threadTs !== undefined && messages.getPublic(channel.id, threadTs) === null) {
    throw new Error(`there is no message ${threadTs} in #${channel.name} to answer in a thread`);
  }
  return messages.post({
    ...{ type: 'message', channel: channel.id, ts: clock.nextTs(), user: user.id, team: team.id },
    ...(files === undefined ? {} : { subtype: 'file_share', files: files.map((file) => fileObject(client, file)) }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...authorship(user),
    ...textAndBlocks(readTyped(client, text)),
  });
}

export function editMessage(client: Client, message: Message, text: string): Message {
  const current = ownMessage(client, message);
  const edited = { user: client.user.id, ts: client.workspace.clock.nextTs() };
  return client.workspace.messages.replace({ ...current, ...textAndBlocks(readTyped(client, text)), edited });
}

export function deleteMessage(client: Client, message: Message): void {
  client.workspace.messages.remove(ownMessage(client, message));
}

export function react(client: Client, message: Message, emoji: string): void {
  addReaction(client.workspace, currentMessage(client, message), emoji.replaceAll(':', ''), client.user.id);
}

function ownMessage(client: Client, message: Message): Message {
  const current = currentMessage(client, message);
  const { id, name } = client.user;
  if (current.user !== id) throw new Error(`${name} cannot change a message of ${current.user}`);
  return current;
}

function readTyped({ workspace: { directory } }: Client, text: string): TypedText {
  return typedText(text, {
    userId: (name) => directory.userNamed(name)?.id ?? null,
    channelId: (name) => directory.channel(name)?.id ?? null,
  });
}

/** A message without text (a file alone) has no blocks. */
function textAndBlocks({ text, block }: TypedText): Pick<Message, 'text' | 'blocks'> {
  if (text === '') return { text };
  return { text, blocks: [{ ...block, block_id: randomUUID().slice(0, 5) }] };
}

/** People's clients send a client_msg_id; other apps post with their bot's identity. */
function authorship(user: User): Partial<Message> {
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
