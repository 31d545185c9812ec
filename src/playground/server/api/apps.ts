import { SlackError } from '../slack-error.js';
import type { Json } from '../types.js';
import type { Arguments } from './arguments.js';
import { pageOf } from './paging.js';
import type { Host, MethodTable } from './types.js';

/** Who am I, is anybody there, and where do I connect. */
export const appMethods: MethodTable = {
  'auth.test': { token: 'bot', isAboutToken: true, run: authTest },
  'auth.teams.list': { token: 'bot', isAboutToken: true, run: authTeamsList },
  'api.test': { token: 'none', run: (args) => ({ args: args.raw }) },
  'apps.connections.open': { token: 'app', run: (_args, host) => ({ url: host.socketUrl() }) },
};

function authTest(_args: Arguments, { workspace: { app, directory, team, organisation } }: Host): Json {
  const { bot } = directory;
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.id,
    bot_id: bot.botId,
    ...(organisation === null ? {} : { enterprise_id: organisation.id }),
    is_enterprise_install: app.isOrgWide,
  };
}

const mostTeams = 1_000;

/** The workspaces that the token reaches. Throws invalid_limit and invalid_cursor. */
function authTeamsList(args: Arguments, { reached }: Host): Json {
  if (Number(args.text('limit') ?? 0) > mostTeams) throw new SlackError('invalid_limit');
  const { items, next } = pageOf(reached, args, 100, mostTeams);
  return {
    teams: items.map(({ team: { id, name } }) => ({ id, name })),
    response_metadata: { next_cursor: next },
  };
}
