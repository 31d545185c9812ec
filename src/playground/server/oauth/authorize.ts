import { placesOf } from '../api/host.js';
import type { Site } from '../api/types.js';
import type { Reply } from '../requests.js';
import { SlackError } from '../slack-error.js';
import type { Grant } from '../state/grants.js';
import type { OAuthApp } from '../types.js';
import { type AskedScopes, askPage, refusalPage } from './authorize-page.js';

/** What an app asks of the page. */
interface Asked {
  oauth: OAuthApp;
  grants: NonNullable<Site['grants']>;
  scopes: AskedScopes;
  /** As it was given; null when it was not. */
  redirectUri: string | null;
  state: string | null;
}

/** GET asks who installs the app, and where; POST does what was chosen and sends the person back to the app. */
export function answerAuthorize(method: string | undefined, url: URL, body: string, site: Site): Reply {
  try {
    const asked = readAsked(url.searchParams, site);
    if (method === 'POST') return decide(new URLSearchParams(body), asked, site);
    return html(200, askPage(site.workspaces, asked.scopes, url.searchParams.get('team')));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return html(400, refusalPage(error.code));
  }
}

/** Throws invalid_client_id, bad_redirect_uri, invalid_scope or no_scopes. */
function readAsked(query: URLSearchParams, { oauth, grants, workspaces }: Site): Asked {
  if (oauth === null || grants === null || query.get('client_id') !== oauth.clientId) {
    throw new SlackError('invalid_client_id');
  }
  const redirectUri = query.get('redirect_uri');
  if (redirectUri !== null && !oauth.redirectUrls.some((known) => isBelow(redirectUri, known))) {
    throw new SlackError('bad_redirect_uri');
  }
  const names = (query.get('scope') ?? '').split(/[, ]+/).filter((name) => name !== '');
  const own = workspaces[0].app.registeredScopes;
  if (names.length === 0) throw new SlackError('no_scopes');
  if (own !== null && names.some((name) => !own.includes(name))) throw new SlackError('invalid_scope');
  const optional = names.filter((name) => oauth.optionalScopes?.includes(name) ?? false);
  const scopes = { required: names.filter((name) => !optional.includes(name)), optional };
  return { oauth, grants, scopes, redirectUri, state: query.get('state') };
}

/** An address that the app was registered with, or one below it. */
function isBelow(uri: string, registered: string): boolean {
  if (!URL.canParse(uri)) return false;
  const [one, other] = [new URL(uri), new URL(registered)];
  return one.origin === other.origin && `${one.pathname}/`.startsWith(`${other.pathname.replace(/\/$/, '')}/`);
}

function decide(form: URLSearchParams, { oauth, grants, scopes, redirectUri, state }: Asked, site: Site): Reply {
  const back = new URL(redirectUri ?? oauth.redirectUrls[0] ?? '');
  if (form.get('decision') === 'allow') {
    back.searchParams.set(
      'code',
      grants.newCode({ ...whoAndWhere(form, site), ...granted(form, scopes), redirectUri }),
    );
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  back.searchParams.set('state', state ?? '');
  return { status: 302, body: '', headers: { location: back.href } };
}

/** Throws when the form names somebody who is not there: it offers only those who are. */
function whoAndWhere(form: URLSearchParams, site: Site): Pick<Grant, 'team' | 'user'> {
  const chosen = form.get('team') ?? '';
  const [{ directory }] = placesOf(site, chosen);
  const user = directory.userNamed(form.get('user') ?? '');
  if (user === null || user.botId !== null) throw new SlackError('user_not_found');
  return { team: chosen, user: user.id };
}

function granted(form: URLSearchParams, { required, optional }: AskedScopes): Pick<Grant, 'scopes'> {
  const chosen = form.getAll('optional');
  return { scopes: [...required, ...optional.filter((name) => chosen.includes(name))] };
}

function html(status: number, body: string): Reply {
  return {
    status,
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  };
}
