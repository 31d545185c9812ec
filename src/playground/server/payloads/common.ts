import type { Channel, Json, User } from '../types.js';
import type { Workspace } from '../workspace.js';

/** Old-style verification token; apps check the signature instead. */
export const verificationToken = 'local-slack-verification';

/** What every interaction payload says about where it comes from: no workspace where the app is in all of an organisation. */
export function interactionBase({ app, directory, team, organisation }: Workspace, user: User): Json {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    team: app.isOrgWide ? null : { id: team.id, domain: team.domain },
    enterprise: organisation,
    is_enterprise_install: app.isOrgWide,
    api_app_id: directory.bot.appId,
    token: verificationToken,
  };
}

/** Slack gives the real name of public channels only. */
export function channelNameFor(channel: Channel): string {
  return { public: channel.name, private: 'privategroup', im: 'directmessage' }[channel.kind];
}
