import { messageLimits } from '../block-kit/limits.js';
import { SlackError } from '../slack-error.js';
import type { Json, Message } from '../types.js';
import type { Workspace } from '../workspace.js';
import { joinedChannel, visibleMessage, writableChannel } from './access.js';
import { editAsApp, messageObject, postAsApp } from './app-message.js';
import type { Arguments } from './arguments.js';
import { readContent, readMessage } from './content.js';
import { readPlace } from './place.js';
import type { Host, MethodTable } from './types.js';

export const chatMethods: MethodTable = {
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.update': { token: 'bot', scope: 'chat:write', run: update },
  'chat.delete': { token: 'bot', scope: 'chat:write', run: remove },
  'chat.getPermalink': { token: 'bot', run: getPermalink },
};

function postMessage(args: Arguments, { workspace }: Host): Json {
  const channel = writableChannel(workspace, args.required('channel'));
  const { content, warnings } = readMessage(args);
  const message = postAsApp(workspace, content, readPlace(args, workspace, channel.id));
  const metadata = warnings.length === 0 ? {} : { response_metadata: { warnings } };
  return { channel: channel.id, ts: message.ts, message: messageObject(message), ...metadata };
}

function postEphemeral(args: Arguments, { workspace }: Host): Json {
  const channel = writableChannel(workspace, args.required('channel'));
  const user = args.required('user');
  if (!channel.members.has(user)) throw new SlackError('user_not_in_channel');
  const { content } = readMessage(args);
  const message = postAsApp(workspace, content, readPlace(args, workspace, channel.id, user));
  return { message_ts: message.ts };
}

function update(args: Arguments, { workspace }: Host): Json {
  const message = ownMessage(args, workspace, 'cant_update_message', 'is_inactive');
  if ((args.text('text') ?? '').length > messageLimits.updatedText) throw new SlackError('msg_too_long');
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
  return { channel: channel.id, permalink: `https://${workspace.team.domain}.slack.com/${path}${thread}` };
}

function ownMessage(args: Arguments, workspace: Workspace, refusal: string, archived?: string): Message {
  const channel = writableChannel(workspace, args.required('channel'), archived);
  const message = visibleMessage(workspace, channel, args.required('ts'));
  if (message.bot_id !== workspace.directory.bot.botId) throw new SlackError(refusal);
  return message;
}
