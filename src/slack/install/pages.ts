import { createHash } from 'node:crypto';
import type { Installation } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { codeOf } from './installed.js';

/** A page for a person's browser. */
export interface HtmlPage {
  status: number;
  html: string;
}

const style = `
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #566474; --paper: #f3f6f9; --card: #fff; --line: #d5dee7; --go: #16324f; --on-go: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eef4; --quiet: #a5b3c1; --paper: #10161d; --card: #18212b; --line: #2e3b48; --go: #9cc7f2; --on-go: #0c1a28 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", sans-serif }
main { width: 100%; max-width: 34rem; background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 2.25rem; overflow-wrap: anywhere }
.brand { margin: 0 0 1.5rem; font-weight: 650; letter-spacing: .01em; color: var(--quiet) }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem }
ul, ol { padding-left: 1.25rem; margin: 1rem 0 }
li { margin: .35rem 0 }
code { font: .92em ui-monospace, Menlo, Consolas, monospace; background: var(--paper); border: 1px solid var(--line); border-radius: 5px; padding: .05em .35em }
.button { display: inline-block; margin-top: .5rem; padding: .7rem 1.3rem; border-radius: 10px; background: var(--go); color: var(--on-go); font-weight: 600; text-decoration: none }
.button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
.small { margin: 1.5rem 0 0; font-size: .9rem; color: var(--quiet) }
`;

/** Nothing but our own style runs or loads on these pages, nobody frames them, and no cache keeps them. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Says what the bot does and may do, with the way to Slack. */
export function installPage(authorizeUrl: string): HtmlPage {
  return page(
    200,
    'Add Substatus to Slack',
    `<p>Substatus answers IIS errors where the incident is: with the cause, and the steps that resolve it.</p>
<p>In your workspace it will</p>
<ul>
<li>answer <code>/kb 401.5</code>, and messages that mention it or are sent to it</li>
<li>read the start of a thread when somebody asks about it there, and look up who may change its settings; you may decline both</li>
</ul>
<p>It does not read along in channels, unless somebody asks that of it in the settings of one.</p>
<a class="button" href="${escapeHtml(authorizeUrl)}">Continue to Slack</a>
<p class="small">Slack asks which workspace, and what you allow. This page is good for ten minutes.</p>`,
  );
}

/** Says where it was installed, and what to do first. */
export function successPage({ team, enterprise, appId, isEnterpriseInstall }: Installation): HtmlPage {
  const place = team?.name ?? enterprise?.name ?? 'your workspace';
  const query = new URLSearchParams({
    ...(appId === undefined ? {} : { app: appId }),
    ...(team === undefined ? {} : { team: team.id }),
  });
  const whole = isEnterpriseInstall
    ? '<p>An admin of the organisation now chooses the workspaces that have it.</p>'
    : '';
  return page(
    200,
    `Substatus is in ${place}`,
    `${whole}<p>Try it:</p>
<ol>
<li>Type <code>/kb 401.5</code> in any channel.</li>
<li>Invite it to the channel of an incident with <code>/invite @Substatus</code>, and mention it below an error.</li>
<li>Open its Home tab to search, and to see what you asked.</li>
</ol>
<a class="button" href="https://slack.com/app_redirect?${escapeHtml(query.toString())}">Open in Slack</a>
<p class="small">This window can be closed.</p>`,
  );
}

interface Explanation {
  status: number;
  title: string;
  text: string;
}

const startAgain = 'Nothing was changed. Start again, and go through in one browser within ten minutes.';
const tellOwner = 'Nothing was changed. Tell whoever runs Substatus; the log has the details.';

/** By the codes of our errors, of the library's, and of Slack's refusals. */
const explanations: Record<string, Explanation> = {
  slack_oauth_installer_authorization_error: {
    status: 403,
    title: 'Substatus was not installed',
    text: 'It was cancelled in Slack. Nothing was changed. If an admin has to approve it first, ask them, and start again.',
  },
  slack_oauth_missing_state: { status: 400, title: 'Please start here', text: startAgain },
  slack_oauth_missing_code: { status: 400, title: 'Please start here', text: startAgain },
  slack_oauth_invalid_state: {
    status: 400,
    title: 'This link is no longer good',
    text: `It was used before, is older than ten minutes, or was begun in another browser. ${startAgain}`,
  },
  invalid_code: {
    status: 400,
    title: 'This link is no longer good',
    text: `Slack takes it for ten minutes. ${startAgain}`,
  },
  code_already_used: { status: 400, title: 'This link is no longer good', text: `It was used before. ${startAgain}` },
  bad_redirect_uri: {
    status: 502,
    title: 'Slack does not know this address',
    text: `The address of this page has to be among the app’s redirect URLs. ${tellOwner}`,
  },
  invalid_client_id: { status: 502, title: 'Slack does not know this app', text: tellOwner },
  bad_client_secret: { status: 502, title: 'Slack does not know this app', text: tellOwner },
  'store-key': { status: 503, title: 'It could not be kept', text: tellOwner },
  'store-away': {
    status: 503,
    title: 'It could not be kept',
    text: 'The database is away. Nothing was changed here; wait a minute, and start again.',
  },
};

const unknown: Explanation = { status: 500, title: 'Something went wrong', text: tellOwner };

/** Says what went wrong and what to do; of the error itself nothing is shown. */
export function failurePage(error: unknown): HtmlPage {
  const code = error instanceof WebAPIPlatformError ? error.data.error : (codeOf(error) ?? '');
  const { status, title, text } = explanations[code] ?? unknown;
  return page(
    status,
    title,
    `<p>${escapeHtml(text)}</p>
<a class="button" href="/slack/install">Start again</a>`,
  );
}

function page(status: number, title: string, content: string): HtmlPage {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="brand">Substatus</p>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
  return { status, html };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
