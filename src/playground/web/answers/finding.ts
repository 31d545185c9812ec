import type { Place } from '../../protocol.js';
import { SlackError } from '../../server/slack-error.js';
import type { Channel, LocalSlack, Message, User, View } from '../../server/types.js';
import { canSee } from '../sight.js';

/** The channel with this id, if the person can see it. Throws channel_not_found, as Slack does for private ones too. */
export function findChannel(slack: LocalSlack, user: User, id: string): Channel {
  const channel = slack.channels.find((one) => one.id === id);
  if (channel !== undefined && canSee(user, channel)) return channel;
  throw new SlackError('channel_not_found', [`${user.name} sees no channel ${id}`]);
}

/** A message that the person can see, in a thread or not. Throws message_not_found. */
export function findMessage(slack: LocalSlack, user: User, channelId: string, ts: string): Message {
  const channel = findChannel(slack, user, channelId);
  const message = slack.messages(channel.id, { as: user.name }).find((one) => one.ts === ts);
  if (message !== undefined) return message;
  throw new SlackError('message_not_found', [`there is no message ${ts} in #${channel.name} for ${user.name}`]);
}

/** A modal of the person's stack, or their Home view. Throws not_found, as views.update does. */
export function findView(slack: LocalSlack, user: User, id: string): View {
  const open = [...slack.views(user.name), slack.as(user.name).home()];
  const view = open.find((one) => one?.id === id);
  if (view) return view;
  throw new SlackError('not_found', [`view ${id} is not open for ${user.name} any more`]);
}

export function findPlace(slack: LocalSlack, user: User, place: Place): Message | View {
  return 'viewId' in place ? findView(slack, user, place.viewId) : findMessage(slack, user, place.channel, place.ts);
}
