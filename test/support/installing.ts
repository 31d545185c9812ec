/** A browser, as far as installing an app needs one: it keeps cookies, and follows no redirect unasked. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  async get(url: string): Promise<Page> {
    return this.#keep(await fetch(url, { redirect: 'manual', headers: this.#headers() }));
  }

  async submit(url: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Page> {
    const body = new URLSearchParams(
      Object.entries(form).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
    );
    return this.#keep(await fetch(url, { method: 'POST', body, redirect: 'manual', headers: this.#headers() }));
  }

  #headers(): Record<string, string> {
    return this.#cookies.size === 0 ? {} : { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') };
  }

  async #keep(response: Response): Promise<Page> {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { status, headers } = response;
    return { status, headers, html: await response.text(), location: headers.get('location') ?? '' };
  }
}

export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** Where the person is sent; empty when they stay. */
  location: string;
}

/** The first link of a page whose address fits, as a browser reads it. */
export function linkIn({ html }: Page, fits: RegExp): string {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
  const link = links.find((address) => fits.test(address));
  if (link === undefined) throw new Error(`no link fits ${fits}; there are: ${links.join(', ') || 'none'}`);
  return link;
}

/** Where a bot can be installed from, and who does it. */
export interface InstallWalk {
  /** Address of the bot's pages. */
  bot: string;
  /** Id of the workspace, and name of the person. */
  team: string;
  user: string;
  decision?: 'allow' | 'deny';
  /** Optional scopes that the person leaves in. */
  optional?: readonly string[];
}

/** Goes from the bot's page over Slack's to where Slack sends the person back to, which is not yet visited. */
export async function walkToSlack(
  visitor: Visitor,
  { bot, team, user, decision = 'allow', optional = [] }: InstallWalk,
) {
  const start = await visitor.get(`${bot}/slack/install`);
  const slack = linkIn(start, /\/oauth\/v2\/authorize/);
  const asked = await visitor.get(slack);
  if (asked.status !== 200) throw new Error(`Slack does not ask: ${asked.html}`);
  return (await visitor.submit(slack, { team, user, decision, optional })).location;
}

/** Installs the bot as a person does, and gives the page that they see in the end. */
export async function install(walk: InstallWalk, visitor = new Visitor()): Promise<Page> {
  return visitor.get(await walkToSlack(visitor, walk));
}
