import type { Channel, Json, User } from '../types.js';
import type { Workspace } from '../workspace.js';

/** Old-style verification token; apps check the signature instead. */
export const verificationToken = 'local-slack-verification';

/** What every interaction payload says about where it comes from. */
export function interactionBase({ directory, team }: Workspace, user: User): Json {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: directory.bot.appId,
    token: verificationToken,
  };
}

/** Slack gives the real name of public channels only. */
export function channelNameFor(channel: Channel): string {
  return { public: channel.name, private: 'privategroup', im: 'directmessage' }[channel.kind];
}
