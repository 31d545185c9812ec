import { SlackError } from '../slack-error.js';
import type { Json, Message } from '../types.js';
import type { Workspace } from '../workspace.js';
import { visibleMessage, writableChannel } from './access.js';
import type { Arguments } from './arguments.js';
import type { Host, MethodTable } from './types.js';

export const reactionMethods: MethodTable = {
  'reactions.add': { token: 'bot', scope: 'reactions:write', run: add },
  'reactions.remove': { token: 'bot', scope: 'reactions:write', run: remove },
};

function add(args: Arguments, { workspace }: Host): Json {
  const { message, name } = readTarget(args, workspace);
  addReaction(workspace, message, name, workspace.directory.bot.id);
  return {};
}

function remove(args: Arguments, { workspace }: Host): Json {
  const { message, name } = readTarget(args, workspace);
  const bot = workspace.directory.bot.id;
  const reactions = message.reactions ?? [];
  if (!reactions.some((reaction) => reaction.name === name && reaction.users.includes(bot))) {
    throw new SlackError('no_reaction');
  }
  const left = reactions.map((reaction) =>
    reaction.name === name
      ? countUsers(
          name,
          reaction.users.filter((user) => user !== bot),
        )
      : reaction,
  );
  workspace.messages.setReactions(
    message,
    left.filter(({ count }) => count > 0),
  );
  return {};
}

/** Adds one user's reaction. Throws already_reacted. */
export function addReaction({ messages }: Workspace, message: Message, name: string, user: string): void {
  const reactions = message.reactions ?? [];
  const users = reactions.find((reaction) => reaction.name === name)?.users ?? [];
  if (users.includes(user)) throw new SlackError('already_reacted');
  const others = reactions.filter((reaction) => reaction.name !== name);
  messages.setReactions(message, [...others, countUsers(name, [...users, user])]);
}

function readTarget(args: Arguments, workspace: Workspace): { message: Message; name: string } {
  const name = args.required('name').replaceAll(':', '');
  if (!/^[\w+'-]+$/.test(name)) throw new SlackError('invalid_name');
  const channel = writableChannel(workspace, args.required('channel'));
  return { message: visibleMessage(workspace, channel, args.required('timestamp')), name };
}

function countUsers(name: string, users: string[]): { name: string; users: string[]; count: number } {
  return { name, users, count: users.length };
}
