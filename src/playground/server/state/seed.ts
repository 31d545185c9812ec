import type { BotUser, Channel, Seed, Team, User } from '../types.js';
import { idFromName } from './ids.js';

export const team: Team = { id: 'T0LOCAL00', name: 'Local Slack', domain: 'local-slack' };
export const botToken = 'xoxb-local-slack';
export const appToken = 'xapp-local-slack';
export const signingSecret = 'local-slack-signing-secret';

type SeedUser = NonNullable<Seed['users']>[number];
type SeedChannel = NonNullable<Seed['channels']>[number];

const people: readonly SeedUser[] = [
  { name: 'ana', realName: 'Ana Lima', isAdmin: true },
  { name: 'ben', realName: 'Ben Osei' },
  { name: 'chloe', realName: 'Chloe Martin', locale: 'fr-FR' },
  { name: 'deploybot', realName: 'Deploy Bot', isBot: true },
];

const rooms: readonly SeedChannel[] = [
  {
    name: 'incident-4711',
    topic: 'Whatever is on fire now. One thread a problem, please',
    withBot: true,
    madeBy: 'ben',
  },
  { name: 'web-ops', topic: 'IIS farm web01 to web08: changes, deployments, odd log lines', withBot: true },
  { name: 'watercooler', topic: 'Anything but servers' },
  { name: 'war-room', topic: 'Invitation only. Substatus is not in here', isPrivate: true },
];

/** The app whose bot is under test. */
export function seedBot(name: string): BotUser {
  return { id: idFromName('U', name), botId: idFromName('B', name), appId: idFromName('A', name), name };
}

/** Everybody in the workspace, the bot first. Throws when two names give the same id. */
export function seedUsers(bot: BotUser, seed: Seed): User[] {
  const botUser: User = {
    ...{ id: bot.id, name: bot.name, realName: bot.name, botId: bot.botId, appId: bot.appId },
    ...{ isAdmin: false, isOwner: false, locale: 'en-US' },
  };
  return unique([botUser, ...[...people, ...(seed.users ?? [])].map(seedUser)]);
}

function seedUser(user: SeedUser): User {
  return {
    id: idFromName('U', user.name),
    name: user.name,
    realName: user.realName ?? user.name,
    botId: user.isBot ? idFromName('B', user.name) : null,
    appId: user.isBot ? idFromName('A', user.name) : null,
    isAdmin: (user.isAdmin || user.isOwner) ?? false,
    isOwner: user.isOwner ?? false,
    locale: user.locale ?? 'en-US',
  };
}

/** The channels with everybody in them, and the bot where the seed says so. */
export function seedChannels(bot: BotUser, users: readonly User[], seed: Seed, created: number): Channel[] {
  return unique([...rooms, ...(seed.channels ?? [])].map((room) => seedChannel(room, bot, users, created)));
}

function seedChannel(room: SeedChannel, bot: BotUser, users: readonly User[], created: number): Channel {
  const members = users.filter((user) => user.id !== bot.id || room.withBot).map((user) => user.id);
  return {
    id: idFromName(room.isPrivate ? 'G' : 'C', room.name),
    name: room.name,
    kind: room.isPrivate ? 'private' : 'public',
    topic: room.topic ?? '',
    creator: idFromName('U', room.madeBy ?? 'ana'),
    members: new Set(members),
    isArchived: false,
    created,
  };
}

function unique<T extends { id: string; name: string }>(entities: T[]): T[] {
  const names = new Map<string, string>();
  for (const { id, name } of entities) {
    const other = names.get(id);
    if (other !== undefined) throw new Error(`"${other}" and "${name}" get the same id ${id}: rename one in the seed`);
    names.set(id, name);
  }
  return entities;
}
