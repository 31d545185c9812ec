import { messageObject } from '../api/app-message.js';
import type { AppEvent } from '../api/types.js';
import type { Channel, Json, Message, User } from '../types.js';
import type { Workspace } from '../workspace.js';
import { verificationToken } from './common.js';

const channelTypes = { public: 'channel', private: 'group', im: 'im' } as const;

/** The outer event that carries an inner one. */
export function eventPayload({ ids, clock, app, directory, team, organisation }: Workspace, event: Json): Json {
  const { bot } = directory;
  const enterprise = organisation?.id ?? null;
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    ...(enterprise === null ? {} : { enterprise_id: enterprise }),
    context_enterprise_id: enterprise,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: clock.seconds(),
    authorizations: [
      {
        ...{ enterprise_id: enterprise, team_id: team.id, user_id: bot.id, is_bot: true },
        is_enterprise_install: app.isOrgWide,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${ids.next('EC')}`,
  };
}

/**
 * An event about the app itself: nobody's eyes see it, so it names no authorization. Of an organisation's installation, it names that
 * in the workspace's place; and no workspace when one was taken out of it.
 */
export function appEventPayload(
  { ids, clock, directory, team, organisation }: Workspace,
  event: AppEvent,
  isOfOrganisation: boolean,
): Json {
  const enterprise = isOfOrganisation ? organisation?.id : undefined;
  return {
    token: verificationToken,
    team_id: event.type === 'team_access_revoked' ? null : (enterprise ?? team.id),
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
    api_app_id: directory.bot.appId,
    event: { ...event, event_ts: clock.nextTs() },
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: clock.seconds(),
  };
}

/** app_mention has no channel_type and no subtype. */
export function appMention(message: Message): Json {
  const { subtype, ...mention } = messageObject(message);
  return { ...mention, type: 'app_mention', channel: message.channel, event_ts: message.ts };
}

export function messagePosted(message: Message, channel: Channel): Json {
  return { ...messageObject(message), ...whereAndWhen(channel, message.ts) };
}

export function messageChanged(message: Message, previous: Message, channel: Channel, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messageObject(message),
    previous_message: messageObject(previous),
    ts,
    ...whereAndWhen(channel, ts),
  };
}

export function messageDeleted(previous: Message, channel: Channel, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: previous.ts,
    previous_message: messageObject(previous),
    ts,
    ...whereAndWhen(channel, ts),
  };
}

export function appHomeOpened(user: User, dm: Channel, tab: 'home' | 'messages', view: Json | null, ts: string): Json {
  const event = { type: 'app_home_opened', user: user.id, channel: dm.id, tab, event_ts: ts };
  return view === null ? event : { ...event, view };
}

function whereAndWhen(channel: Channel, eventTs: string): Json {
  return { channel: channel.id, channel_type: channelTypes[channel.kind], event_ts: eventTs };
}
