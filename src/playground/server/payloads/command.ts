import { escapeText } from '../text/escape.js';
import type { Channel, Json, User } from '../types.js';
import type { Workspace } from '../workspace.js';
import { channelNameFor, verificationToken } from './common.js';

export interface TypedCommand {
  command: string;
  text: string;
  user: User;
  channel: Channel;
  responseUrl: string;
}

/** A slash command of an app with `should_escape: false`: mentions and links stay as typed, `& < >` are escaped. */
export function commandPayload(
  workspace: Workspace,
  { command, text, user, channel, responseUrl }: TypedCommand,
): Json {
  const { app, organisation } = workspace;
  return {
    token: verificationToken,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: channelNameFor(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: escapeText(text.trim()),
    api_app_id: workspace.directory.bot.appId,
    ...(organisation === null ? {} : { enterprise_id: organisation.id, enterprise_name: organisation.name }),
    is_enterprise_install: String(app.isOrgWide),
    response_url: responseUrl,
    trigger_id: workspace.triggers.create(user),
  };
}
