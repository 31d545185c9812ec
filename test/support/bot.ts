import { setTimeout } from 'node:timers/promises';
import manifest from '../../manifest.json' with { type: 'json' };
import { loadKnowledgeBase } from '../../src/cli/knowledge-base.js';
import type { Config, OAuth } from '../../src/config.js';
import { createLogger, type Logger } from '../../src/log.js';
import type { Lookup } from '../../src/lookup/types.js';
import { type ServedSlack, startLocalSlack } from '../../src/playground/server/local-slack.js';
import { readManifest } from '../../src/playground/server/manifest.js';
import type { LocalSlack, LocalSlackOptions, Message, View } from '../../src/playground/server/types.js';
import { type BotStore, createSlackBot, type SlackBot, type Watching } from '../../src/slack/app.js';

export type TransportName = 'socket' | 'http';

/** A local Slack and the real bot in it as its manifest says, connected over real sockets. */
export interface Scene {
  slack: ServedSlack;
  bot: SlackBot;
  /** Where the bot listens; null when it does not. */
  httpPort: number | null;
  /** Ends the bot and starts another one, as an update does. */
  restartBot(): Promise<void>;
  /** Starts one more bot like the first, which whoever asked for it stops. */
  startAnother(watching?: Partial<Watching>): Promise<SlackBot>;
  /** Resolves when the bot has answered everything and no request is open. */
  settled(): Promise<void>;
  end(): Promise<void>;
}

export interface SceneOptions {
  transport?: TransportName;
  lookup?: Lookup;
  log?: Logger;
  ask?: string;
  slack?: LocalSlackOptions;
  store?: BotStore;
  watching?: Partial<Watching>;
  /** Where the bot serves its pages; over signed HTTP a free port unless given. */
  port?: number;
  /** For a bot that people install; then no workspace has it from the start. */
  oauth?: OAuth;
}

let shipped: Promise<Lookup> | undefined;

/** The articles that ship, read once for a test file. */
export function shippedLookup(): Promise<Lookup> {
  shipped ??= loadKnowledgeBase([]).then(({ lookup }) => lookup);
  return shipped;
}

export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const { transport = 'socket', log = createLogger('silent'), ask, store = null, watching, port = null } = options;
  const lookup = options.lookup ?? (await shippedLookup());
  const slack = await startLocalSlack({ ...readManifest(manifest), delivery: { type: transport }, ...options.slack });
  const httpPort = transport === 'http' ? (port ?? (await freePort())) : port;
  const { oauth = null } = options;
  // Where Slack has no limits, nothing waits for them.
  const hurry = options.slack?.rateLimits === undefined ? { pace: { everyMs: 0, burst: 1 } } : {};
  const own = configFor(slack, transport, httpPort, ask);
  const config = oauth === null ? own : { ...own, botToken: null, oauth };

  async function startBot(watched = watching): Promise<SlackBot> {
    const started = createSlackBot(config, lookup, log, store, { ...hurry, ...watched });
    await started.start();
    if (transport === 'http') await slack.deliverTo(`http://127.0.0.1:${httpPort}/slack/events`);
    await slack.waitForBot();
    return started;
  }

  let bot = await startBot();
  return {
    slack,
    httpPort,
    get bot() {
      return bot;
    },
    async restartBot() {
      await bot.stop();
      bot = await startBot();
    },
    startAnother: startBot,
    async settled() {
      await slack.quiet();
      while (bot.underWay > 0) {
        // The bot may be waiting because Slack told it to, and nothing is on the wire.
        await setTimeout(10);
        await slack.quiet();
      }
    },
    async end() {
      await bot.stop();
      await slack.stop();
    },
  };
}

/** The settings of a bot in the local Slack. @param port where HTTP, or the page of its health, is served */
export function configFor(
  slack: Pick<LocalSlack, 'apiUrl' | 'botToken' | 'appToken' | 'signingSecret'>,
  transport: TransportName,
  port: number | null,
  ask: string | null = null,
): Config {
  const host = '127.0.0.1';
  return {
    botToken: slack.botToken,
    oauth: null,
    transport:
      transport === 'socket'
        ? { type: 'socket', appToken: slack.appToken, healthPort: port, host }
        : { type: 'http', signingSecret: slack.signingSecret, port: port ?? 0, host },
    apiUrl: slack.apiUrl,
    knowledgeBase: null,
    index: null,
    ask,
    retentionMs: 1_000_000_000,
    digest: null,
    logLevel: 'silent',
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Everything a person can read in a message or window, as one string. */
export function visibleText(place: Message | View): string {
  return strings(place.blocks ?? []).join('\n');
}

/** The labels of the buttons of a message or window, in order. */
export function buttonLabels(place: Message | View): string[] {
  return (place.blocks ?? []).flatMap((block) => {
    const elements = Array.isArray(block.elements) ? block.elements : [block.accessory];
    return elements.filter((element) => element?.type === 'button').map((element) => element.text.text);
  });
}

function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return key === 'text' || key === 'name' ? [inner] : [];
    return strings(inner);
  });
}
