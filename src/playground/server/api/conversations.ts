import { SlackError } from '../slack-error.js';
import type { Channel, Json, Message, Team } from '../types.js';
import { joinedChannel, visibleChannel } from './access.js';
import { messageObject } from './app-message.js';
import type { Arguments } from './arguments.js';
import { pageOf } from './paging.js';
import type { Host, MethodTable } from './types.js';

const maxPage = 1000;
const historyScopes = { public: 'channels:history', private: 'groups:history', im: 'im:history' };
const readScopes = { public: 'channels:read', private: 'groups:read', im: 'im:read' };

export const conversationMethods: MethodTable = {
  'conversations.replies': { token: 'bot', scope: historyScopes, run: replies },
  'conversations.history': { token: 'bot', scope: historyScopes, run: history },
  'conversations.info': { token: 'bot', scope: readScopes, run: info },
  'conversations.open': { token: 'bot', scope: 'im:write', run: open },
  'conversations.members': { token: 'bot', scope: readScopes, run: members },
};

/** The parent first, then its replies; of a reply, only itself. */
function replies(args: Arguments, { workspace }: Host): Json {
  const channel = joinedChannel(workspace, args.required('channel'));
  const message = workspace.messages.getPublic(channel.id, args.required('ts'));
  if (message === null) throw new SlackError('thread_not_found');
  const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  const thread = isReply ? [message] : workspace.messages.thread(channel.id, message.ts);
  return page(thread.filter(isPublic).filter(within(args)), args, maxPage);
}

/** Newest first, without the replies in threads. */
function history(args: Arguments, { workspace }: Host): Json {
  const channel = joinedChannel(workspace, args.required('channel'));
  const roots = workspace.messages.list(channel.id).filter(isPublic).filter(isRoot).filter(within(args));
  return page(roots.reverse(), args, 100);
}

function info(args: Arguments, { workspace }: Host): Json {
  const channel = visibleChannel(workspace, args.required('channel'));
  return { channel: channelObject(channel, workspace.team, workspace.directory.hasBot(channel)) };
}

function open(args: Arguments, { workspace: { directory, team } }: Host): Json {
  const ids = args.required('users').split(',');
  const user = directory.user(ids[0] ?? '');
  if (user === null) throw new SlackError('user_not_found');
  if (ids.length > 1) throw new SlackError('method_not_supported_for_channel_type');
  const channel = directory.directMessage(user, directory.botUser());
  return { channel: args.flag('return_im') ? channelObject(channel, team, true) : { id: channel.id } };
}

function members(args: Arguments, { workspace }: Host): Json {
  const channel = visibleChannel(workspace, args.required('channel'));
  return { members: [...channel.members], response_metadata: { next_cursor: '' } };
}

function isPublic(message: Message): boolean {
  return message.ephemeral_to === undefined;
}

function isRoot(message: Message): boolean {
  return message.thread_ts === undefined || message.thread_ts === message.ts;
}

/** Keeps what lies between `oldest` and `latest`; the ends themselves only with `inclusive`. */
function within(args: Arguments): (message: Message) => boolean {
  const oldest = Number(args.text('oldest') ?? 0);
  const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = args.flag('inclusive');
  return (message) => {
    const ts = Number(message.ts);
    return (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest));
  };
}

function page(messages: readonly Message[], args: Arguments, defaultLimit: number): Json {
  const { items, next } = pageOf(messages, args, defaultLimit, maxPage);
  return {
    messages: items.map(messageObject),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}

function channelObject(channel: Channel, team: Team, isMember: boolean): Json {
  const common = { id: channel.id, created: Math.floor(channel.created / 1000), is_archived: channel.isArchived };
  if (channel.kind === 'im') return { ...common, is_im: true, user: [...channel.members][0] };
  return {
    ...common,
    name: channel.name,
    creator: channel.creator,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_member: isMember,
    context_team_id: team.id,
    num_members: channel.members.size,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}
