import type { PageChannel } from '../../protocol.js';
import type { Workspace } from '../connection/state.js';
import { channelsInOrder, isUnread, titleOf } from '../shell/channels.js';

/** Where the quick switcher can lead. */
export interface Destination {
  channel: PageChannel;
  title: string;
}

type Directory = Pick<Workspace, 'channels' | 'bot' | 'users' | 'me'>;

/** The channels that fit what was typed: those that begin so first, then those that hold it; unread ones lead while nothing is typed. */
export function destinationsFor(typed: string, directory: Directory): Destination[] {
  const all = channelsInOrder(directory).map((channel) => ({ channel, title: titleOf(channel, directory) }));
  const query = typed.trim().toLowerCase().replace(/^[#@]/, '');
  if (query === '') return rankedBy(all, ({ channel }) => (isUnread(channel) ? 0 : 1));
  const place = ({ title }: Destination): number => title.toLowerCase().indexOf(query);
  const fitting = all.filter((destination) => place(destination) !== -1);
  return rankedBy(fitting, (destination) => (place(destination) === 0 ? 0 : 1));
}

/** Those of the same rank stay in order. */
function rankedBy<Item>(items: readonly Item[], rank: (item: Item) => number): Item[] {
  return [...items].sort((one, other) => rank(one) - rank(other));
}
