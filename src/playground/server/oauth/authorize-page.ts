import type { Workspace } from '../workspace.js';

/** Names of scopes: those that come with the app, and those that a person may leave out. */
export interface AskedScopes {
  required: readonly string[];
  optional: readonly string[];
}

/** The page that asks where the app may be installed, by whom, and with which of its optional rights. */
export function askPage(
  workspaces: readonly Workspace[],
  { required, optional }: AskedScopes,
  preferred: string | null,
): string {
  const [first] = workspaces;
  const app = first?.directory.bot.name ?? '';
  const places = workspaces.map(({ team }, index) => {
    const isChosen = preferred === null ? index === 0 : team.id === preferred;
    return `<label><input type="radio" name="team" value="${escapeHtml(team.id)}"${isChosen ? ' checked' : ''} required> ${escapeHtml(team.name)} <small>${escapeHtml(team.domain)}.slack.com</small></label>`;
  });
  const { organisation } = workspaces[0] ?? { organisation: null };
  if (organisation !== null) {
    places.push(
      `<label><input type="radio" name="team" value="${escapeHtml(organisation.id)}" required> All of ${escapeHtml(organisation.name)}</label>`,
    );
  }
  const names = new Set(workspaces.flatMap(({ directory }) => directory.users.filter(({ botId }) => botId === null)));
  const people = [...new Set([...names].map(({ name }) => name))].map((name) => `<option>${escapeHtml(name)}</option>`);
  const rights = [
    ...required.map((name) => `<li><code>${escapeHtml(name)}</code></li>`),
    ...optional.map(
      (name) =>
        `<li><label><input type="checkbox" name="optional" value="${escapeHtml(name)}" checked> <code>${escapeHtml(name)}</code> <small>optional</small></label></li>`,
    ),
  ];
  return page(
    `Install ${app}`,
    `<h1>${escapeHtml(app)} asks to be installed</h1>
<form method="post">
<fieldset><legend>Where</legend>${places.join('')}</fieldset>
<p><label>Who installs it <select name="user">${people.join('')}</select></label></p>
<p>It will be able to do what these scopes allow:</p>
<ul>${rights.join('')}</ul>
<button name="decision" value="deny">Cancel</button>
<button name="decision" value="allow" class="go">Allow</button>
</form>`,
  );
}

/** The page for a request that Slack does not take. */
export function refusalPage(error: string): string {
  return page(
    'Not possible',
    `<h1>Something is wrong with this request</h1><p>Slack says: <code>${escapeHtml(error)}</code></p>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} (local Slack)</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
fieldset, ul { border: 1px solid #8886; border-radius: 8px; padding: .75rem 1rem }
ul { list-style: none }
fieldset label { display: block }
button { font: inherit; padding: .5rem 1.25rem; border: 1px solid #8886; border-radius: 8px }
.go { background: #007a5a; border-color: #007a5a; color: #fff }
</style>
${content}
</html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
