import { SlackError } from '../slack-error.js';
import { team } from '../state/seed.js';
import type { Channel, Json, Message } from '../types.js';
import type { Workspace } from '../workspace.js';
import { joinedChannel, visibleMessage, writableChannel } from './access.js';
import { editAsApp, messageObject, postAsApp } from './app-message.js';
import type { Arguments } from './arguments.js';
import { readContent } from './content.js';
import type { Host, MethodTable } from './types.js';

export const chatMethods: MethodTable = {
  'chat.postMessage': { token: 'bot', run: postMessage },
  'chat.postEphemeral': { token: 'bot', run: postEphemeral },
  'chat.update': { token: 'bot', run: update },
  'chat.delete': { token: 'bot', run: remove },
  'chat.getPermalink': { token: 'bot', run: getPermalink },
};

function postMessage(args: Arguments, { workspace }: Host): Json {
  const channel = writableChannel(workspace, args.required('channel'));
  const content = readContent(args);
  const threadTs = readThread(args, workspace, channel);
  const message = postAsApp(workspace, content, { channel: channel.id, threadTs, ephemeralTo: null });
  return { channel: channel.id, ts: message.ts, message: messageObject(message) };
}

function postEphemeral(args: Arguments, { workspace }: Host): Json {
  const channel = writableChannel(workspace, args.required('channel'));
  const user = args.required('user');
  if (!channel.members.has(user)) throw new SlackError('user_not_in_channel');
  const content = readContent(args);
  const threadTs = readThread(args, workspace, channel);
  const message = postAsApp(workspace, content, { channel: channel.id, threadTs, ephemeralTo: user });
  return { message_ts: message.ts };
}

function update(args: Arguments, { workspace }: Host): Json {
  const message = ownMessage(args, workspace, 'cant_update_message');
  const edited = editAsApp(workspace, message, readContent(args));
  return { channel: edited.channel, ts: edited.ts, text: edited.text, message: messageObject(edited) };
}

function remove(args: Arguments, { workspace }: Host): Json {
  const message = ownMessage(args, workspace, 'cant_delete_message');
  workspace.messages.remove(message);
  return { channel: message.channel, ts: message.ts };
}

function getPermalink(args: Arguments, { workspace }: Host): Json {
  const channel = joinedChannel(workspace, args.required('channel'));
  const message = visibleMessage(workspace, channel, args.required('message_ts'));
  const thread = message.thread_ts === undefined ? '' : `?thread_ts=${message.thread_ts}&cid=${channel.id}`;
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return { channel: channel.id, permalink: `https://${team.domain}.slack.com/${path}${thread}` };
}

/** The parent of the thread to write in, or null. Throws thread_not_found when no such message is there. */
function readThread(args: Arguments, { messages }: Workspace, channel: Channel): string | null {
  const threadTs = args.text('thread_ts');
  if (threadTs === null) return null;
  if (!/^\d+\.\d+$/.test(threadTs)) throw new SlackError('invalid_thread_ts');
  const message = messages.getPublic(channel.id, threadTs);
  if (message === null) throw new SlackError('thread_not_found');
  return message.thread_ts ?? message.ts;
}

function ownMessage(args: Arguments, workspace: Workspace, refusal: string): Message {
  const channel = writableChannel(workspace, args.required('channel'));
  const message = visibleMessage(workspace, channel, args.required('ts'));
  if (message.bot_id !== workspace.directory.bot.botId) throw new SlackError(refusal);
  return message;
}
