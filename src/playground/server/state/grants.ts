import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.js';
import type { OAuthApp } from '../types.js';
import type { Clock } from './clock.js';

/** Slack takes a code for ten minutes, once. */
const codeLifeMs = 10 * 60_000;

/** What a person has allowed, and where. */
export interface Grant {
  /** Id of the workspace, or of the organisation whose workspaces all are meant. */
  team: string;
  /** Id of the person who installs. */
  user: string;
  scopes: readonly string[];
  /** As it was given to the page; null when it was not. */
  redirectUri: string | null;
}

/** What an app asks for with its credentials: the codes and refresh tokens that were handed out. */
export class Grants {
  readonly #app: OAuthApp;
  readonly #clock: Clock;
  readonly #codes = new Map<string, { grant: Grant; expires: number; isUsed: boolean }>();
  readonly #refreshTokens = new Map<string, Grant>();

  constructor(app: OAuthApp, clock: Clock) {
    this.#app = app;
    this.#clock = clock;
  }

  /** Throws invalid_client_id or bad_client_secret. */
  requireClient(clientId: string | null, clientSecret: string | null): void {
    if (clientId !== this.#app.clientId) throw new SlackError('invalid_client_id');
    if (clientSecret !== this.#app.clientSecret) throw new SlackError('bad_client_secret');
  }

  newCode(grant: Grant): string {
    const code = `${this.#clock.seconds()}.${randomBytes(24).toString('hex')}`;
    this.#codes.set(code, { grant, expires: this.#clock.now() + codeLifeMs, isUsed: false });
    return code;
  }

  /** Uses a code up. Throws invalid_code (also when it is too old), code_already_used and bad_redirect_uri. */
  takeCode(code: string | null, redirectUri: string | null): Grant {
    const entry = this.#codes.get(code ?? '');
    if (entry === undefined || this.#clock.now() >= entry.expires) throw new SlackError('invalid_code');
    if (entry.isUsed) throw new SlackError('code_already_used');
    if (redirectUri !== entry.grant.redirectUri) throw new SlackError('bad_redirect_uri');
    entry.isUsed = true;
    return entry.grant;
  }

  newRefreshToken(grant: Grant): string {
    const token = `xoxe-1-${randomBytes(24).toString('hex')}`;
    this.#refreshTokens.set(token, grant);
    return token;
  }

  /** Uses a refresh token up. Throws invalid_refresh_token. */
  takeRefreshToken(token: string | null): Grant {
    const grant = this.#refreshTokens.get(token ?? '');
    if (grant === undefined) throw new SlackError('invalid_refresh_token');
    this.#refreshTokens.delete(token ?? '');
    return grant;
  }
}
