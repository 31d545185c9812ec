import type { Json, Message } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Content } from './content.js';

export interface Place {
  channel: string;
  threadTs: string | null;
  /** The one user who sees it, or null for everybody. */
  ephemeralTo: string | null;
}

/** Puts a message of the app under test into a channel, unless nobody would see it there. */
export function postAsApp(workspace: Workspace, content: Content, place: Place): Message {
  const message = makeMessage(workspace, content, place);
  return isShown(workspace, message) ? workspace.messages.post(message) : message;
}

/** Slack shows ephemeral messages only in threads that somebody has answered in. */
function isShown({ messages }: Workspace, { channel, thread_ts, ephemeral_to }: Message): boolean {
  if (ephemeral_to === undefined || thread_ts === undefined) return true;
  return messages.getPublic(channel, thread_ts)?.reply_count !== undefined;
}

function makeMessage({ directory, clock, team }: Workspace, content: Content, place: Place): Message {
  const { bot } = directory;
  return {
    ...{ type: 'message', channel: place.channel, ts: clock.nextTs(), user: bot.id, team: team.id },
    ...{ text: '', bot_id: bot.botId, app_id: bot.appId },
    bot_profile: { id: bot.botId, app_id: bot.appId, name: bot.name, team_id: team.id, deleted: false },
    ...content,
    ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
    ...(place.ephemeralTo === null ? {} : { ephemeral_to: place.ephemeralTo }),
  };
}

/** The message with new content; what the content leaves out stays. */
export function editAsApp({ directory, messages, clock }: Workspace, message: Message, content: Content): Message {
  return messages.replace({ ...message, ...content, edited: { user: directory.bot.id, ts: clock.nextTs() } });
}

/** The message as the Web API and payloads carry it. */
export function messageObject({ channel, ephemeral_to, ...message }: Message): Json {
  return message;
}
