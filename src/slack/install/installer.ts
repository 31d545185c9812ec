import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger as BoltLogger } from '@slack/bolt';
import { ErrorCode, InstallProvider } from '@slack/oauth';
import type { WebClientOptions } from '@slack/web-api';
import type { OAuth } from '../../config.js';
import type { Logger } from '../../log.js';
import type { Page } from '../../operating/pages.js';
import type { DeliveryClaims } from '../../store/types.js';
import { boltLogger } from '../connection/bolt-logger.js';
import { codeOf, type Installed } from './installed.js';
import { failurePage, type HtmlPage, installPage, pageHeaders, successPage } from './pages.js';
import { optionalScopes, requiredScopes } from './scopes.js';
import { singleUseStates, stateLifeSeconds } from './states.js';

export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

export interface InstallerOptions {
  oauth: OAuth;
  installed: Installed;
  claims: DeliveryClaims;
  clientOptions: WebClientOptions;
  /** Address of the Web API; null for Slack's own. */
  apiUrl: string | null;
  log: Logger;
}

/** Installing by OAuth: what finds the tokens afterwards, and the pages for people's browsers. */
export function createInstaller(options: InstallerOptions): { provider: InstallProvider; pages: Page[] } {
  const { oauth, installed, claims, clientOptions, apiUrl, log } = options;
  const provider = new InstallProvider({
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateStore: singleUseStates(oauth.stateSecret, claims),
    stateCookieExpirationSeconds: stateLifeSeconds,
    installationStore: installed,
    clientOptions,
    logger: withoutSecrets(log),
    renderHtmlForInstallPath: (url) => installPage(url).html,
    ...(apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
  });
  const asked = {
    scopes: [...requiredScopes, ...optionalScopes],
    ...(oauth.url === null ? {} : { redirectUri: oauth.url + redirectPath }),
  };
  const install = async (request: IncomingMessage, response: ServerResponse) => {
    setHeaders(response);
    await provider.handleInstallPath(request, response, {}, asked);
  };
  const finish = async (request: IncomingMessage, response: ServerResponse) => {
    setHeaders(response);
    await provider.handleCallback(request, response, {
      success: (installation) => send(response, successPage(installation)),
      failure: (error) => {
        tellOf(error, log);
        send(response, failurePage(error));
      },
    });
  };
  return { provider, pages: [page(installPath, install, log), page(redirectPath, finish, log)] };
}

/** In its small talk the library writes down the client secret; failures are told by `tellOf`. */
function withoutSecrets(log: Logger): BoltLogger {
  return { ...boltLogger(log), debug() {}, error() {} };
}

/** What a browser brings along wrongly is for the person alone: whoever likes can send it, as often as they like. */
function tellOf(error: Error, log: Logger): void {
  const code = codeOf(error);
  if (code !== null && code in byVisitors) log.debug({ code }, 'an installation came to nothing');
  else log.error({ err: error }, 'an installation came to nothing');
}

const byVisitors: Record<string, true> = {
  [ErrorCode.AuthorizationError]: true,
  [ErrorCode.InvalidStateError]: true,
  [ErrorCode.MissingStateError]: true,
  [ErrorCode.MissingCodeError]: true,
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A page that cannot be made says so; nothing that a browser sends ends the process. */
function page(path: string, handler: Handler, log: Logger): Page {
  return {
    path,
    method: ['GET'],
    handler(request, response) {
      handler(request, response).catch((error: unknown) => {
        log.error({ err: error, path }, 'a page for installing could not be made');
        if (!response.headersSent) send(response, failurePage(error));
      });
    },
  };
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
}

function send(response: ServerResponse, { status, html }: HtmlPage): void {
  setHeaders(response);
  response.writeHead(status).end(html);
}
