import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { OAuth } from '../../src/config.js';
import type { LocalSlackOptions, LocalWorkspace, OAuthApp } from '../../src/playground/server/types.js';
import { redirectPath } from '../../src/slack/install/installer.js';
import { optionalScopes } from '../../src/slack/install/scopes.js';
import { openStore } from '../../src/store/open-store.js';
import { exportRows } from '../../src/store/transfer.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { freePort, type Scene, startScene, type TransportName } from './bot.js';

export const secondTeam = { id: 'T0SECOND0', name: 'Second & <b>Sons</b>', domain: 'second' };

/** An organisation that both workspaces may belong to. */
export const organisation = { id: 'E0GRID000', name: 'Grid & Co' };

/** A bot that people install, two workspaces of one Slack to install it in, and what it writes down. */
export interface ManyWorkspaces {
  scene: Scene;
  /** The other workspace; the first is `scene.slack`. */
  second: LocalWorkspace;
  store: Store;
  /** Address of the bot's pages. */
  url: string;
  /** All that the bot has written to its log. */
  logged(): string;
  /** What is on the disk. */
  rows(): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}

export interface ManyWorkspacesOptions {
  transport: TransportName;
  place: StorePlace;
  keys?: Uint8Array[];
  app?: Partial<OAuthApp>;
  slack?: LocalSlackOptions;
}

export async function startManyWorkspaces(options: ManyWorkspacesOptions): Promise<ManyWorkspaces> {
  const { transport, place, keys = [randomBytes(32)] } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const oauth: OAuth = {
    ...{ clientId: '11.22', clientSecret: 'the-client-secret-0123' },
    ...{ stateSecret: 'the-state-secret-0123', keys, url },
  };
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const store = await openStore(place, { keys });
  const { clientId, clientSecret } = oauth;
  const app = { clientId, clientSecret, redirectUrls: [url + redirectPath], optionalScopes, ...options.app };
  const log = pino({ level: 'trace' }, stream);
  const scene = await startScene({ transport, port, oauth, store, log, slack: { oauth: app, ...options.slack } });
  return {
    ...{ scene, store, url },
    second: scene.slack.addWorkspace(secondTeam),
    logged: () => lines.join(''),
    async rows() {
      const rows: Record<string, unknown>[] = [];
      await exportRows(place, async (row) => {
        rows.push(row);
      });
      return rows;
    },
    async end() {
      await scene.end();
      await store.close();
    },
  };
}
