import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { type AuthTeamsListResponse, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../log.js';
import { codeOf, type Installed } from '../install/installed.js';
import { originOf } from '../workspaces/origin.js';

type Arguments = SlackEventMiddlewareArgs<'app_uninstalled' | 'tokens_revoked'> & AllMiddlewareArgs;

/** What is needed to see an installation off; null where the token is a setting. */
export interface SeeingOff {
  installed: Installed;
  /** For asking Slack about a token, without it being told as trouble. */
  clientOptions: WebClientOptions;
}

/**
 * The app was taken out, or its tokens were revoked: the installation goes. Such an event may be late, and somebody may have
 * installed again meanwhile, so a token that Slack still takes stays.
 */
export async function tokensGone(seeingOff: SeeingOff | null, log: Logger, { event, body }: Arguments): Promise<void> {
  if (event.type === 'tokens_revoked' && (event.tokens.bot ?? []).length === 0) return;
  if (seeingOff === null) {
    log.error(
      { event: event.type },
      'Slack took the token back: install the app again, and start with the new SLACK_BOT_TOKEN',
    );
    return;
  }
  const { installed, clientOptions } = seeingOff;
  const { team, enterprise } = originOf(body);
  for (const owner of [team, enterprise]) {
    if (owner === null) continue;
    const token = await tokenOf(owner, installed);
    if (token !== null && (await isTaken(token, event.type, clientOptions))) continue;
    if (await installed.remove(owner)) log.info({ owner, event: event.type }, 'an installation was taken away');
  }
}

/**
 * Workspaces were taken out of an organisation's installation, which stays. Such an event may be late too, so those that Slack
 * says the token still reaches stay as they are.
 */
export async function teamsGone(
  seeingOff: SeeingOff | null,
  log: Logger,
  { event, client }: SlackEventMiddlewareArgs<'team_access_revoked'> & AllMiddlewareArgs,
): Promise<void> {
  if (seeingOff === null) return;
  const reached = new Set<string | undefined>();
  for await (const page of client.paginate('auth.teams.list', { limit: 1_000 })) {
    const { teams = [] }: AuthTeamsListResponse = page;
    for (const { id } of teams) reached.add(id);
  }
  const gone = event.team_ids.filter((team) => !reached.has(team));
  if (gone.length === 0) return;
  await seeingOff.installed.left(gone);
  log.info({ teams: gone }, 'workspaces were taken out of the installation of their organisation');
}

/** Null when there is none, or none that we can open: such a row is of no use to anybody. */
async function tokenOf(owner: string, installed: Installed): Promise<string | null> {
  try {
    return (await installed.find(owner))?.bot?.token ?? null;
  } catch (error) {
    if (codeOf(error) === 'store-key') return null;
    throw error;
  }
}

/** One that has expired may still be renewed, unless the app is gone. @throws when Slack cannot be asked */
async function isTaken(token: string, event: string, clientOptions: WebClientOptions): Promise<boolean> {
  try {
    await new WebClient(token, { ...clientOptions }).auth.test();
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError)
      return error.data.error === 'token_expired' && event !== 'app_uninstalled';
    throw error;
  }
}
