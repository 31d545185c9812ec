import { SlackError } from '../slack-error.js';
import type { Grant } from '../state/grants.js';
import type { Json } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Arguments } from './arguments.js';
import type { Host, MethodTable } from './types.js';

/** Where the app is installed, and how it is told. */
export type InstalledHost = Pick<Host, 'workspace' | 'placesOf' | 'tell'>;

/** Installing the app, and the end of that. */
export const oauthMethods: MethodTable = {
  'oauth.v2.access': { token: 'none', run: access },
  'auth.revoke': { token: 'bot', isAboutToken: true, run: revoke },
  'apps.uninstall': { token: 'bot', isAboutToken: true, run: uninstall },
};

/** A code, or a refresh token, for a token. */
function access(args: Arguments, host: Host): Json {
  const grants = requireGrants(args, host);
  const type = args.text('grant_type') ?? 'authorization_code';
  if (type === 'authorization_code') {
    const grant = grants.takeCode(args.text('code'), args.text('redirect_uri'));
    return tokenFor(grant, host, (expires) => give(grant, host, expires));
  }
  if (type !== 'refresh_token') throw new SlackError('invalid_grant_type');
  const grant = grants.takeRefreshToken(args.text('refresh_token'));
  return tokenFor(grant, host, (expires) => renew(grant, host, expires));
}

/** One token; where it is of an organisation, for all its workspaces. */
function give(grant: Grant, host: Host, expires: number | null): string {
  const places = host.placesOf(grant.team);
  return shared(grant, places, expires, places[0].app.grant(grant.scopes, expires));
}

function renew(grant: Grant, host: Host, expires: number | null): string {
  const places = host.placesOf(grant.team);
  return shared(grant, places, expires, places[0].app.renew(expires));
}

function shared({ team, scopes }: Grant, places: readonly Workspace[], expires: number | null, token: string): string {
  for (const { app, organisation } of places) if (organisation?.id === team) app.join(scopes, expires, token);
  return token;
}

function tokenFor(grant: Grant, host: Host, newToken: (expires: number | null) => string): Json {
  const { clock, directory, team, organisation } = host.placesOf(grant.team)[0];
  const isOrgWide = organisation?.id === grant.team;
  const { grants, oauth } = host;
  const seconds = oauth?.tokenLifeSeconds;
  const expires = seconds === undefined ? null : clock.now() + seconds * 1_000;
  return {
    app_id: directory.bot.appId,
    authed_user: { id: grant.user },
    scope: grant.scopes.join(','),
    token_type: 'bot',
    access_token: newToken(expires),
    bot_user_id: directory.bot.id,
    ...(seconds === undefined ? {} : { refresh_token: grants?.newRefreshToken(grant), expires_in: seconds }),
    team: isOrgWide ? null : { id: team.id, name: team.name },
    enterprise: organisation,
    is_enterprise_install: isOrgWide,
  };
}

function revoke(args: Arguments, host: Host): Json {
  if (args.flag('test')) return { revoked: false };
  for (const { app } of host.reached) app.revoke(host.token ?? '');
  const isOfOrganisation = host.named !== undefined;
  host.tell(
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [host.workspace.directory.bot.id] } },
    isOfOrganisation,
  );
  return { revoked: true };
}

function uninstall(args: Arguments, host: Host): Json {
  requireGrants(args, host);
  uninstallFrom(host);
  return {};
}

/**
 * Takes the app out of the workspace, or out of all of the organisation where it is installed so, and tells it by both events, as Slack
 * does in no certain order.
 */
export function uninstallFrom({ workspace, placesOf, tell }: InstalledHost): void {
  const { organisation, directory } = workspace;
  const isOrgWide = organisation !== null && workspace.app.isOrgWide;
  const all = isOrgWide ? placesOf(organisation.id).filter(({ app }) => app.isOrgWide) : [workspace];
  for (const { app } of all) app.uninstall();
  tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [directory.bot.id] } }, isOrgWide);
  tell({ type: 'app_uninstalled' }, isOrgWide);
}

/** Takes the app out of one workspace of the organisation that it is installed in, and tells it so. Throws where it is not. */
export function withdrawFrom({ workspace: { app, team }, tell }: InstalledHost): void {
  app.leave();
  tell({ type: 'team_access_revoked', team_ids: [team.id] }, true);
}

function requireGrants(args: Arguments, { grants }: Host) {
  if (grants === null) throw new SlackError('invalid_client_id');
  grants.requireClient(args.text('client_id'), args.text('client_secret'));
  return grants;
}
