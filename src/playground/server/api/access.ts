import { SlackError } from '../slack-error.js';
import type { Channel, Message } from '../types.js';
import type { Workspace } from '../workspace.js';

/** The channel if the bot may know of it: by id, `#name`, or a user id for the DM. Throws channel_not_found. */
export function visibleChannel({ directory }: Workspace, idOrName: string): Channel {
  const channel = directory.conversation(idOrName);
  if (channel === null || (channel.kind !== 'public' && !directory.hasBot(channel))) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** The channel if the bot is in it. Throws channel_not_found or not_in_channel. */
export function joinedChannel(workspace: Workspace, idOrName: string): Channel {
  const channel = visibleChannel(workspace, idOrName);
  if (!workspace.directory.hasBot(channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** The channel if the bot may write there. Throws is_archived too, which chat.update calls is_inactive. */
export function writableChannel(workspace: Workspace, idOrName: string, archived = 'is_archived'): Channel {
  const channel = joinedChannel(workspace, idOrName);
  if (channel.isArchived) throw new SlackError(archived);
  return channel;
}

/** A message that the whole channel sees. Throws message_not_found. */
export function visibleMessage({ messages }: Workspace, channel: Channel, ts: string): Message {
  const message = messages.getPublic(channel.id, ts);
  if (message === null) throw new SlackError('message_not_found');
  return message;
}
