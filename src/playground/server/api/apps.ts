import type { Json } from '../types.js';
import type { Arguments } from './arguments.js';
import type { Host, MethodTable } from './types.js';

/** Who am I, is anybody there, and where do I connect. */
export const appMethods: MethodTable = {
  'auth.test': { token: 'bot', run: authTest },
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
