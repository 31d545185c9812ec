import type { PageChannel } from '../../protocol.js';
import type { Workspace } from '../connection/state.js';

/** The channels as the sidebar shows them. */
export interface ChannelGroups {
  channels: PageChannel[];
  /** DMs with people. */
  people: PageChannel[];
  /** The DM with the bot. */
  apps: PageChannel[];
}

type Directory = Pick<Workspace, 'channels' | 'bot' | 'users' | 'me'>;

export function channelGroups({ channels, bot }: Directory): ChannelGroups {
  const dms = channels.filter(({ kind }) => kind === 'im');
  return {
    channels: channels.filter(({ kind }) => kind !== 'im'),
    people: dms.filter(({ members }) => !members.includes(bot.id)),
    apps: dms.filter(({ members }) => members.includes(bot.id)),
  };
}

/** All in the order of the sidebar: what Alt+Down goes through. */
export function channelsInOrder(directory: Directory): PageChannel[] {
  const { channels, people, apps } = channelGroups(directory);
  return [...channels, ...people, ...apps];
}

/** The other one of a DM: the person itself when it is alone there. */
export function partnerOf({ members }: PageChannel, me: string): string {
  return members.find((id) => id !== me) ?? me;
}

/** Without `#`; of a DM, the name of the other one. */
export function titleOf(channel: PageChannel, { users, me }: Pick<Workspace, 'users' | 'me'>): string {
  if (channel.kind !== 'im') return channel.name;
  const partner = partnerOf(channel, me.id);
  return users.find(({ id }) => id === partner)?.realName ?? channel.name;
}

/** As it is written in a sentence: `#web-ops`, or a name. */
export function fullTitleOf(channel: PageChannel, directory: Pick<Workspace, 'users' | 'me'>): string {
  const title = titleOf(channel, directory);
  return channel.kind === 'im' ? title : `#${title}`;
}

export function isUnread({ latest, lastRead }: PageChannel): boolean {
  return latest !== null && latest > lastRead;
}

/** By id, or by name with or without `#`. */
export function findChannel(channels: readonly PageChannel[], idOrName: string): PageChannel | null {
  const name = idOrName.replace(/^#/, '');
  return channels.find(({ id, name: own, kind }) => id === idOrName || (kind !== 'im' && own === name)) ?? null;
}

/** The DM with the bot, which has tabs. */
export function isAppDm({ kind, members }: PageChannel, { bot }: Pick<Workspace, 'bot'>): boolean {
  return kind === 'im' && members.includes(bot.id);
}
