import type { BotUser, Channel, Seed, User } from '../types.js';
import { Listeners } from './listeners.js';
import { seedBot, seedChannels, seedUsers } from './seed.js';

/** Who is in the workspace and which conversations there are. */
export class Directory {
  readonly bot: BotUser;
  readonly users: readonly User[];
  readonly channels: Channel[];
  readonly #seeded: readonly { channel: Channel; members: readonly string[] }[];
  readonly #usersById: Map<string, User>;
  readonly #usersByName: Map<string, User>;
  readonly #created: number;
  readonly #listeners = new Listeners<Channel>();

  constructor(botName: string, seed: Seed, created: number) {
    this.bot = seedBot(botName);
    this.users = seedUsers(this.bot, seed);
    this.channels = seedChannels(this.bot, this.users, seed, created);
    this.#created = created;
    this.#seeded = this.channels.map((channel) => ({ channel, members: [...channel.members] }));
    this.#usersById = new Map(this.users.map((user) => [user.id, user]));
    this.#usersByName = new Map(this.users.map((user) => [user.name.toLowerCase(), user]));
  }

  user(id: string): User | null {
    return this.#usersById.get(id) ?? null;
  }

  /** By name, in any letter case, with or without `@`. */
  userNamed(name: string): User | null {
    return this.#usersByName.get(name.replace(/^@/, '').toLowerCase()) ?? null;
  }

  botUser(): User {
    const user = this.user(this.bot.id);
    if (user === null) throw new Error(`the bot ${this.bot.id} is not among the users`);
    return user;
  }

  /** By id or by name, with or without `#`; DMs by id only. */
  channel(idOrName: string): Channel | null {
    const name = idOrName.replace(/^#/, '');
    return this.channels.find(({ id, kind, name: own }) => id === idOrName || (kind !== 'im' && own === name)) ?? null;
  }

  /** As `channel()`; the id of a user is the DM of that user and the bot. */
  conversation(idOrName: string): Channel | null {
    const user = this.user(idOrName);
    return user === null ? this.channel(idOrName) : this.directMessage(user, this.botUser());
  }

  /** The DM of two people; it is there from the first time that somebody asks. */
  directMessage(one: User, other: User): Channel {
    const [first, second] = one.id === this.bot.id ? [other, one] : [one, other];
    const id = `D${[first.id, second.id].sort().join('').replaceAll('U0', '')}`;
    const known = this.channel(id);
    if (known !== null) return known;
    const members = new Set([first.id, second.id]);
    const channel: Channel = {
      id,
      name: first.name,
      kind: 'im',
      members,
      topic: '',
      creator: null,
      isArchived: false,
      created: this.#created,
    };
    this.channels.push(channel);
    this.#listeners.tell(channel);
    return channel;
  }

  hasBot(channel: Channel): boolean {
    return channel.members.has(this.bot.id);
  }

  /** Puts the bot in or takes it out. */
  setBot(channel: Channel, isMember: boolean): void {
    if (isMember) channel.members.add(this.bot.id);
    else channel.members.delete(this.bot.id);
    this.#listeners.tell(channel);
  }

  archive(channel: Channel): void {
    channel.isArchived = true;
    this.#listeners.tell(channel);
  }

  /** The channels that the bot was taken out of since the seed. */
  withoutBot(): Channel[] {
    const removed = this.#seeded.filter(
      ({ channel, members }) => members.includes(this.bot.id) && !this.hasBot(channel),
    );
    return removed.map(({ channel }) => channel);
  }

  /** Calls the listener with every channel that is new or changed; returns what ends that. */
  subscribe(listener: (channel: Channel) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Channels as seeded, DMs forgotten. */
  reset(): void {
    this.channels.length = 0;
    for (const { channel, members } of this.#seeded) {
      channel.members = new Set(members);
      channel.isArchived = false;
      this.channels.push(channel);
    }
  }
}
