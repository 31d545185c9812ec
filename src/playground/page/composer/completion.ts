import type { PageChannel, Shortcut, SlashCommand } from '../../protocol.js';
import type { User } from '../../server/types.js';

/** The word under the cursor that can be completed. */
export interface Trigger {
  kind: 'command' | 'person' | 'channel';
  /** Without the sign. */
  query: string;
  /** Where the word stands, sign included. */
  start: number;
  end: number;
}

/** One entry of the list above the composer. */
export type Completion =
  | { kind: 'command'; command: SlashCommand }
  | { kind: 'shortcut'; shortcut: Shortcut }
  | { kind: 'person'; user: User; isHere: boolean }
  | { kind: 'broadcast'; name: string; description: string }
  | { kind: 'channel'; channel: PageChannel };

export interface Completable {
  commands: readonly SlashCommand[];
  shortcuts: readonly Shortcut[];
  users: readonly User[];
  channels: readonly PageChannel[];
  /** Who is in this channel. */
  members: readonly string[];
}

const broadcasts = [
  { name: 'channel', description: 'Notify everyone in this channel' },
  { name: 'here', description: 'Notify every online member in this channel' },
];

const shown = 8;

/** Null when nothing is to be completed where the cursor is. A command stands at the very beginning only. */
export function triggerAt(text: string, cursor: number): Trigger | null {
  const before = text.slice(0, cursor);
  const command = /^\/(\S*)$/.exec(before);
  if (command !== null) return { kind: 'command', query: command[1] ?? '', start: 0, end: cursor };
  const mention = /(?:^|[\s(])([@#])([\w.-]*)$/.exec(before);
  if (mention === null || isInCode(before)) return null;
  const query = mention[2] ?? '';
  return { kind: mention[1] === '@' ? 'person' : 'channel', query, start: cursor - query.length - 1, end: cursor };
}

/** What fits, the likeliest first. */
export function completionsFor({ kind, query }: Trigger, from: Completable): Completion[] {
  if (kind === 'command') return commandsFor(query.toLowerCase(), from);
  return (kind === 'person' ? peopleFor(query.toLowerCase(), from) : channelsFor(query.toLowerCase(), from)).slice(
    0,
    shown,
  );
}

/** The text and the cursor after a choice. */
export function completed(text: string, { start, end }: Trigger, word: string): { text: string; cursor: number } {
  const rest = text.slice(end);
  const gap = /^[\s.,;:!?)]/.test(rest) ? '' : ' ';
  const isSpaced = gap !== '' || rest.startsWith(' ');
  return { text: `${text.slice(0, start)}${word}${gap}${rest}`, cursor: start + word.length + (isSpaced ? 1 : 0) };
}

/** The word that a choice puts in; null for a shortcut, which opens something instead. */
export function wordFor(completion: Completion): string | null {
  switch (completion.kind) {
    case 'command':
      return completion.command.command;
    case 'person':
      return `@${completion.user.name}`;
    case 'broadcast':
      return `@${completion.name}`;
    case 'channel':
      return `#${completion.channel.name}`;
    case 'shortcut':
      return null;
  }
}

/** The command that the text begins with, once it is complete: its usage is shown while its words are typed. */
export function commandIn(text: string, commands: readonly SlashCommand[]): SlashCommand | null {
  const [, name] = /^(\/\S+)\s/.exec(text) ?? [];
  return commands.find(({ command }) => command === name) ?? null;
}

function commandsFor(query: string, { commands, shortcuts }: Completable): Completion[] {
  const found = commands.filter(({ command }) => command.slice(1).toLowerCase().startsWith(query));
  const global = shortcuts.filter(({ type, name }) => type === 'global' && startsWord(name, query));
  return [
    ...found.map((command): Completion => ({ kind: 'command', command })),
    ...global.map((shortcut): Completion => ({ kind: 'shortcut', shortcut })),
  ];
}

function peopleFor(query: string, { users, members }: Completable): Completion[] {
  const found = users.filter(({ name, realName }) => startsWord(name, query) || startsWord(realName, query));
  const people = found.map((user) => ({ kind: 'person' as const, user, isHere: members.includes(user.id) }));
  const groups = broadcasts.filter(({ name }) => query !== '' && name.startsWith(query));
  return [
    ...people.filter(({ isHere }) => isHere),
    ...people.filter(({ isHere }) => !isHere),
    ...groups.map((group): Completion => ({ kind: 'broadcast', ...group })),
  ];
}

function channelsFor(query: string, { channels }: Completable): Completion[] {
  const rooms = channels.filter(({ kind, name }) => kind !== 'im' && name.toLowerCase().includes(query));
  const first = rooms.filter(({ name }) => name.toLowerCase().startsWith(query));
  return [...first, ...rooms.filter((room) => !first.includes(room))].map((channel) => ({ kind: 'channel', channel }));
}

/** One of the words of the name begins so. */
function startsWord(name: string, query: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s._-]+/)
    .concat(name.toLowerCase())
    .some((word) => word.startsWith(query));
}

/** An odd number of code signs stands before. */
function isInCode(before: string): boolean {
  return (before.match(/`+/g) ?? []).length % 2 === 1;
}
