import { SlackError } from '../slack-error.js';
import type { Json, Team, User } from '../types.js';
import type { Arguments } from './arguments.js';
import type { Host, MethodTable } from './types.js';

export const userMethods: MethodTable = {
  'users.info': { token: 'bot', scope: 'users:read', run: info },
};

function info(args: Arguments, { workspace }: Host): Json {
  const user = workspace.directory.user(args.required('user'));
  if (user === null) throw new SlackError('user_not_found');
  return { user: userObject(user, workspace.team, args.flag('include_locale')) };
}

function userObject(user: User, team: Team, withLocale: boolean): Json {
  return {
    id: user.id,
    team_id: team.id,
    name: user.name,
    real_name: user.realName,
    deleted: false,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    profile: { real_name: user.realName, display_name: user.name, team: team.id },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: false,
    is_bot: user.botId !== null,
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: user.locale } : {}),
  };
}
