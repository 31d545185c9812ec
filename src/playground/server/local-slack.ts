import type { Server } from 'node:http';
import { placesOf } from './api/host.js';
import { type InstalledHost, uninstallFrom, withdrawFrom } from './api/oauth.js';
import type { Site } from './api/types.js';
import { gatherChanges } from './changes.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { EventFeed } from './delivery/events.js';
import { HttpTransport } from './delivery/http.js';
import { SocketTransport } from './delivery/socket.js';
import type { Transport } from './delivery/types.js';
import { verifyUrl } from './delivery/verify-url.js';
import { type Guest, listen, urlOf } from './http-server.js';
import { peopleAt } from './people/person.js';
import { seedMessages } from './people/seed-messages.js';
import { createReading } from './reading.js';
import { Grants } from './state/grants.js';
import { appToken, botToken, signingSecret, team } from './state/seed.js';
import { orderedTrouble, troubleSwitches } from './trouble.js';
import type { BotEvent, LocalSlack, LocalSlackOptions, LocalWorkspace } from './types.js';
import { createShared, createWorkspace, resetWorkspace, type Workspace } from './workspace.js';

const defaultEvents: readonly BotEvent[] = [
  'app_mention',
  'message.im',
  'app_home_opened',
  'app_uninstalled',
  'team_access_revoked',
  'tokens_revoked',
];
/** Slack's three retries of an event: at once, after a minute, after five. */
const defaultRetryDelaysMs = [0, 60_000, 300_000];
const defaultAckTimeoutMs = 3_000;

/** A local Slack whose port has room for a page. Apart from `LocalSlack`, because the page reads that, and has no Node. */
export interface ServedSlack extends LocalSlack {
  /** Lets the guest answer every path that is not Slack's own; returns what ends that. */
  serveBeside(guest: Guest): () => void;
}

/** Starts a Slack of one's own on 127.0.0.1; its state lives in memory. Rejects when the port is taken. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<ServedSlack> {
  const shared = createShared(options);
  const workspace = createWorkspace(team, shared, options);
  const { messages: history = [] } = options.seed ?? {};
  seedMessages(workspace, history);
  const { bot, users, channels } = workspace.directory;
  const socket = new SocketTransport(bot.appId);
  const http = httpTransport(options);
  const open = (one: Workspace) => openWorkspace(one, http ?? socket, options);
  const home = open(workspace);
  const { dispatcher, feed } = home;
  const dispatchers = [dispatcher];
  const feeds = new Map([[workspace, feed]]);
  const workspaces: [Workspace, ...Workspace[]] = [workspace];
  const { oauth = null } = options;
  const tell: Site['tell'] = (one, event, isOfOrganisation) => feeds.get(one)?.tellOfApp(event, isOfOrganisation);
  const site = { workspaces, oauth, grants: oauth === null ? null : new Grants(oauth, shared.clock), tell };
  const hostOf = (one: Workspace): InstalledHost => ({
    workspace: one,
    placesOf: (id) => placesOf(site, id),
    tell: (event, isOfOrganisation) => tell(one, event, isOfOrganisation),
  });
  let guest: Guest | null = null;
  const server = await listen(site, socket, options.port ?? 0, () => guest);
  const url = urlOf(server);
  const reading = createReading(workspace);
  const botIsOnline = (): boolean => (http === null ? socket.isConnected() : http.url !== null);
  const changes = gatherChanges(workspace, socket, botIsOnline);
  return {
    ...{ url, apiUrl: `${url}/api/`, botToken, appToken, signingSecret, team },
    ...{ botUser: bot, users, channels },
    ...reading,
    ...troubleSwitches(workspace, socket, reading.channel),
    get log() {
      return workspace.log.newest();
    },
    get botIsOnline() {
      return botIsOnline();
    },
    get trouble() {
      return orderedTrouble(workspace);
    },
    get installedToken() {
      return workspace.app.token;
    },
    uninstallApp: () => uninstallFrom(hostOf(workspace)),
    withdrawApp: () => withdrawFrom(hostOf(workspace)),
    addWorkspace: (newTeam, seed = {}) => {
      const added = createWorkspace(newTeam, shared, { ...options, seed });
      seedMessages(added, seed.messages ?? []);
      const opened = open(added);
      workspaces.push(added);
      dispatchers.push(opened.dispatcher);
      feeds.set(added, opened.feed);
      return localWorkspace(hostOf(added), opened, url);
    },
    changes: (listener) => changes.add(listener),
    serveBeside: (newcomer) => {
      guest = newcomer;
      return () => {
        guest = null;
      };
    },
    as: peopleAt({ workspace, dispatcher, url }, feed),
    deliverTo: async (target) => {
      await deliverTo(http, target);
      changes.tell({ type: 'bot', isOnline: true });
    },
    waitForBot: (timeoutMs = 5_000) => waitForBot(http, socket, timeoutMs),
    reset: () => {
      for (const one of dispatchers) one.cancelRetries();
      for (const one of workspaces) resetWorkspace(one);
      seedMessages(workspace, history);
      changes.tell({ type: 'reset' });
    },
    stop: async () => {
      for (const one of dispatchers) one.cancelRetries();
      await socket.stop();
      await close(server);
    },
  };
}

/** What carries a workspace's deliveries to the bot. */
function openWorkspace(workspace: Workspace, transport: Transport, options: LocalSlackOptions) {
  const dispatcher = new Dispatcher(workspace, transport, {
    ackTimeoutMs: options.ackTimeoutMs ?? defaultAckTimeoutMs,
    retryDelaysMs: options.retryDelaysMs ?? defaultRetryDelaysMs,
  });
  return { dispatcher, feed: new EventFeed(workspace, dispatcher, options.events ?? defaultEvents) };
}

function localWorkspace(
  host: InstalledHost,
  { dispatcher, feed }: ReturnType<typeof openWorkspace>,
  url: string,
): LocalWorkspace {
  const { workspace } = host;
  const { bot, users, channels } = workspace.directory;
  return {
    ...{ team: workspace.team, botUser: bot, users, channels },
    ...createReading(workspace),
    get log() {
      return workspace.log.newest();
    },
    get installedToken() {
      return workspace.app.token;
    },
    as: peopleAt({ workspace, dispatcher, url }, feed),
    failNext: (method, failure, times = 1) => workspace.faults.add(method, failure, times),
    uninstallApp: () => uninstallFrom(host),
    withdrawApp: () => withdrawFrom(host),
  };
}

/** Null for Socket Mode. */
function httpTransport({ delivery }: LocalSlackOptions): HttpTransport | null {
  return delivery?.type === 'http' ? new HttpTransport(delivery.url ?? null, signingSecret) : null;
}

async function deliverTo(http: HttpTransport | null, url: string): Promise<void> {
  if (http === null)
    throw new Error("this local Slack delivers by Socket Mode: start it with delivery { type: 'http' }");
  await verifyUrl(url, signingSecret);
  http.url = url;
}

async function waitForBot(http: HttpTransport | null, socket: SocketTransport, timeoutMs: number): Promise<void> {
  if (http === null) return socket.waitForConnection(timeoutMs);
  if (http.url === null) throw new Error('no bot yet: call deliverTo(url) when it listens');
}

/** Ends open connections too, which a bot keeps alive. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
