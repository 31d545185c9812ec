import type { Authorize } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import { type AuthTestResponse, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../log.js';
import { codeOf, type Installed } from '../install/installed.js';
import { originOf, ownerOf } from './origin.js';

/** Why a workspace is not answered. */
export type Refusal = 'not-installed' | 'token-refused' | 'locked' | 'store-away';

/** What every listener finds in its context beside Bolt's own fields. */
export interface OwnContext {
  /** Why the workspace is not answered; listeners run only without it. */
  refusal?: Refusal;
  /** True when the person who acts belongs to another organisation: what is the workspace's own is not for them. */
  isOutsider: boolean;
}

/** Finds the token for a request, and whose request it is. */
export interface Authorization {
  /** As Bolt asks; what decides is the body alone. */
  authorize(source: unknown, body?: object): ReturnType<Authorize<boolean>>;
  /** For a workspace that asks nothing just now, which may have the bot by way of its organisation. @throws StoreError */
  ofTeam(team: string): ReturnType<Authorize<boolean>>;
  /** Asks Slack whether the token is good, where there is one from the start. @throws WebAPIPlatformError */
  check(): Promise<void>;
}

/** The one token of the settings: every request is of its workspace. */
export function authorizeByToken(token: string, clientOptions: WebClientOptions): Authorization {
  const client = new WebClient(token, { ...clientOptions });
  let self: AuthTestResponse | null = null;
  const authorize: Authorization['authorize'] = async (_source, body = {}) => {
    const origin = originOf(body);
    const home = self?.is_enterprise_install === true ? origin.team : (self?.team_id ?? origin.team);
    const isOutsider = origin.isOutsider || (origin.team !== null && origin.team !== home);
    return {
      ...{ botToken: token, isOutsider },
      ...present({ botId: self?.bot_id, botUserId: self?.user_id, teamId: home, enterpriseId: origin.enterprise }),
    };
  };
  return {
    async check() {
      self = await client.auth.test();
    },
    authorize,
    ofTeam: (team) => authorize(null, { team_id: team }),
  };
}

/** The token of the workspace, or organisation, whose installation received the request. */
export function authorizeByInstallation(provider: InstallProvider, installed: Installed, log: Logger): Authorization {
  async function tokensFor(body: object) {
    const origin = originOf(body);
    const owner = ownerOf(origin);
    const { team, enterprise, isOrgWide, isOutsider } = origin;
    const place = present({ teamId: team, enterpriseId: enterprise });
    if (owner === null) return { ...place, isOutsider, refusal: 'not-installed' as const };
    const found = await provider.authorize({
      ...{ teamId: team ?? undefined, enterpriseId: enterprise ?? undefined, isEnterpriseInstall: isOrgWide },
    });
    if (installed.isRefused(owner, found.botToken)) return { ...place, isOutsider, refusal: 'token-refused' as const };
    if (isOrgWide && team !== null) installed.reached(team, owner);
    return { ...found, ...place, isOutsider };
  }

  const tellOfLocked = once((message) => log.error(message));
  const authorize: Authorization['authorize'] = async (_source, body = {}) => {
    try {
      return await tokensFor(body);
    } catch (error) {
      const code = codeOf(error);
      const { team, enterprise, isOutsider } = originOf(body);
      const place = { ...present({ teamId: team, enterpriseId: enterprise }), isOutsider };
      if (code === 'not-installed') return { ...place, refusal: 'not-installed' };
      if (code === 'store-key') {
        tellOfLocked(error instanceof Error ? error.message : String(error));
        return { ...place, refusal: 'locked' };
      }
      // An event that is not acknowledged comes again, when the store may be back; a person is told at once.
      if ('event' in body) throw error;
      log.error({ err: error }, 'the installation of a workspace cannot be read');
      return { ...place, refusal: 'store-away' };
    }
  };
  return {
    async check() {},
    authorize,
    async ofTeam(team) {
      const own = await authorize(null, { team_id: team });
      if (own.botToken !== undefined) return own;
      const organisation = await installed.organisationOf(team);
      if (organisation === null) return own;
      return authorize(null, { team_id: team, enterprise_id: organisation, is_enterprise_install: true });
    },
  };
}

/** Passes each message on once. */
function once(tell: (message: string) => void): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    tell(message);
  };
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without the fields that are not there: Bolt fills those in from the request. */
function present<T extends Record<string, unknown>>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<T>;
}
