import { randomUUID } from 'node:crypto';
import { addReaction } from '../api/reactions.js';
import { team } from '../state/seed.js';
import { type TypedText, typedText } from '../text/typed-text.js';
import type { Json, Message, PostOptions, User } from '../types.js';
import { channelFor, currentMessage, type Stage } from './stage.js';

/** Types a message into a channel or thread. */
export function postMessage(
  stage: Stage,
  user: User,
  channelName: string,
  text: string,
  options: PostOptions,
): Message {
  const channel = channelFor(stage, user, channelName);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived: nobody can post there`);
  const { threadTs, files } = options;
  const { messages, clock } = stage.workspace;
  if (threadTs !== undefined && messages.getPublic(channel.id, threadTs) === null) {
    throw new Error(`there is no message ${threadTs} in #${channel.name} to answer in a thread`);
  }
  return messages.post({
    ...{ type: 'message', channel: channel.id, ts: clock.nextTs(), user: user.id, team: team.id },
    ...(files === undefined
      ? {}
      : { subtype: 'file_share', files: files.map((file) => fileObject(stage, user, file)) }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...authorship(user),
    ...textAndBlocks(readTyped(stage, text)),
  });
}

export function editMessage(stage: Stage, user: User, message: Message, text: string): Message {
  const current = ownMessage(stage, user, message);
  const edited = { user: user.id, ts: stage.workspace.clock.nextTs() };
  return stage.workspace.messages.replace({ ...current, ...textAndBlocks(readTyped(stage, text)), edited });
}

export function deleteMessage(stage: Stage, user: User, message: Message): void {
  stage.workspace.messages.remove(ownMessage(stage, user, message));
}

export function react(stage: Stage, user: User, message: Message, emoji: string): void {
  addReaction(stage.workspace, currentMessage(stage, user, message), emoji.replaceAll(':', ''), user.id);
}

function ownMessage(stage: Stage, user: User, message: Message): Message {
  const current = currentMessage(stage, user, message);
  if (current.user !== user.id) throw new Error(`${user.name} cannot change a message of ${current.user}`);
  return current;
}

function readTyped({ workspace: { directory } }: Stage, text: string): TypedText {
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

function fileObject({ workspace, url }: Stage, user: User, file: Json): Json {
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
