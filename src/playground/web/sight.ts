import type { PageChannel } from '../protocol.js';
import type { Channel, LocalSlack, Message, User } from '../server/types.js';
import type { ReadMarks } from './read-marks.js';

/** Public channels are for all, private ones and DMs for their members. */
export function canSee({ id }: User, channel: Channel): boolean {
  return channel.kind === 'public' || channel.members.has(id);
}

/** Ephemeral messages are for their reader alone. */
export function isFor({ id }: User, { ephemeral_to: reader }: Message): boolean {
  return reader === undefined || reader === id;
}

/** A reply shows in its channel only when it was also sent there. */
export function isOutsideThreads({ ts, thread_ts: thread, subtype }: Message): boolean {
  return thread === undefined || thread === ts || subtype === 'thread_broadcast';
}

/** What the person sees in a channel outside threads, oldest first. */
export function messagesFor(slack: LocalSlack, user: User, channel: Channel): Message[] {
  return slack.messages(channel.id, { as: user.name }).filter(isOutsideThreads);
}

/** The channels of this person, each with what is unread. The DM with the bot is always there. */
export function channelsFor(slack: LocalSlack, user: User, marks: ReadMarks): PageChannel[] {
  slack.channel(`@${user.name}`);
  return slack.channels
    .filter((channel) => canSee(user, channel))
    .map((channel) => channelFor(slack, user, channel, marks));
}

export function channelFor(slack: LocalSlack, user: User, channel: Channel, marks: ReadMarks): PageChannel {
  const { id, kind, topic, members, isArchived } = channel;
  return {
    ...{ id, kind, topic, isArchived, ...marks.of(user, channel) },
    name: kind === 'im' ? nameOfOther(slack, user, channel) : channel.name,
    members: [...members],
  };
}

function nameOfOther({ users }: LocalSlack, user: User, { members, name }: Channel): string {
  return users.find(({ id }) => members.has(id) && id !== user.id)?.name ?? name;
}
