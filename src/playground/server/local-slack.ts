import type { Server } from 'node:http';
import { gatherChanges } from './changes.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { EventFeed } from './delivery/events.js';
import { HttpTransport } from './delivery/http.js';
import { SocketTransport } from './delivery/socket.js';
import { verifyUrl } from './delivery/verify-url.js';
import { type Guest, listen, urlOf } from './http-server.js';
import { peopleAt } from './people/person.js';
import { seedMessages } from './people/seed-messages.js';
import { createReading } from './reading.js';
import { appToken, botToken, signingSecret, team } from './state/seed.js';
import { orderedTrouble, troubleSwitches } from './trouble.js';
import type { BotEvent, LocalSlack, LocalSlackOptions } from './types.js';
import { createWorkspace, resetWorkspace } from './workspace.js';

const defaultEvents: readonly BotEvent[] = ['app_mention', 'message.im', 'app_home_opened'];
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
  const workspace = createWorkspace(options);
  const { messages: history = [] } = options.seed ?? {};
  seedMessages(workspace, history);
  const { bot, users, channels } = workspace.directory;
  const socket = new SocketTransport(bot.appId);
  const http = httpTransport(options);
  const dispatcher = new Dispatcher(workspace, http ?? socket, {
    ackTimeoutMs: options.ackTimeoutMs ?? defaultAckTimeoutMs,
    retryDelaysMs: options.retryDelaysMs ?? defaultRetryDelaysMs,
  });
  const feed = new EventFeed(workspace, dispatcher, options.events ?? defaultEvents);
  let guest: Guest | null = null;
  const server = await listen(workspace, socket, options.port ?? 0, () => guest);
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
      dispatcher.cancelRetries();
      resetWorkspace(workspace);
      seedMessages(workspace, history);
      changes.tell({ type: 'reset' });
    },
    stop: async () => {
      dispatcher.cancelRetries();
      await socket.stop();
      await close(server);
    },
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
