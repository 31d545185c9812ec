import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { LocalSlack } from '../src/playground/server/types.js';
import { readReport } from '../src/store/report.js';
import { freePort, visibleText } from './support/bot.js';
import { composedServices, ownImage } from './support/compose.js';
import { findNginx, startNginx } from './support/nginx.js';
import { startPostgres } from './support/postgres.js';
import { sendSigned } from './support/signed-request.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const manual = readFileSync(resolve(root, 'docs/OPERATING.md'), 'utf8');
const minute = 60_000;

/** The settings that the manual says `.env` needs. */
const settings = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 's'.repeat(32),
  POSTGRES_PASSWORD: 'letters0and1digits',
};
const services = composedServices(settings);
const replicas = ['substatus-1', 'substatus-2'];

describe('compose.yaml', () => {
  it('has the services that the manual says, and needs the settings that it names', () => {
    expect(Object.keys(services).sort()).toEqual(['balancer', 'database', ...replicas]);
    const [, section = ''] = /\*\*Compose\*\*([\s\S]*?)\n\n/.exec(manual) ?? [];
    for (const name of Object.keys(settings)) expect(section).toContain(`\`${name}\``);
    expect(() => composedServices({})).toThrow('POSTGRES_PASSWORD');
  });

  it('starts each behind what it needs, which says itself when it is well', () => {
    const after = Object.entries(services).flatMap(([name, { depends_on: needed = {} }]) =>
      Object.entries(needed).map(([other, { condition }]) => ({ name, other, condition })),
    );
    expect(after.map(({ name, other }) => `${name} < ${other}`).sort()).toEqual([
      ...['balancer < substatus-1', 'balancer < substatus-2', 'substatus-1 < database', 'substatus-2 < database'],
    ]);
    for (const { other, condition } of after) {
      expect(condition).toBe('service_healthy');
      const own =
        services[other]?.healthcheck?.test ?? (services[other]?.image === 'substatus' ? ownImage().healthcheck : []);
      expect(own, other).not.toEqual([]);
    }
  });

  it('gives the replicas the address, user and password of the database that it starts', () => {
    const { environment = {}, healthcheck } = services.database ?? {};
    expect(healthcheck?.test).toEqual(['CMD', 'pg_isready', '-U', environment.POSTGRES_USER]);
    for (const name of replicas) {
      const url = new URL(services[name]?.environment.DATABASE_URL ?? expect.fail(name));
      expect([url.hostname, url.port, url.username, url.password, url.pathname]).toEqual([
        ...[
          'database',
          '5432',
          environment.POSTGRES_USER,
          environment.POSTGRES_PASSWORD,
          `/${environment.POSTGRES_DB}`,
        ],
      ]);
      expect(services[name]?.stop_grace_period).toBe('30s');
    }
  });
});

const server = findNginx() ? await startPostgres() : null;

/** nginx.conf, with the replicas where they are here. */
function balancing(ports: ReadonlyMap<string, number>, port: number): string {
  const configured = readFileSync(resolve(root, 'deploy/nginx.conf'), 'utf8');
  const mapped = configured
    .replaceAll(/(substatus-\d):3000/g, (_, name: string) => `127.0.0.1:${ports.get(name)}`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`);
  expect(mapped).not.toMatch(/substatus-\d|8080/);
  return mapped;
}

/** A port of a machine that answers nobody: what wants to connect there waits. */
async function startSilent(): Promise<{ port: number; end: () => void }> {
  const program = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = Number((await once(child.stdout, 'data'))[0]);
  const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await wait(200); // the queue is full
  return {
    port,
    end() {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

/** What a container of compose.yaml runs, in a folder of its own that it is not to write to. */
describe.skipIf(server === null)('two replicas with the environment of compose.yaml, behind its nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-compose-'));
  const running = new Map<string, { child: ChildProcess; port: number; env: Record<string, string> }>();
  const image = ownImage();
  const ports = new Map<string, number>();
  let slack: LocalSlack;
  let database: string;
  let stopNginx = async () => {};

  /** Its settings, with the names of hosts and the ports of containers mapped to this machine. */
  function environmentOf(name: string, port: number): Record<string, string> {
    const { environment = {} } = services[name] ?? {};
    const own = {
      ...image.env,
      ...environment,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    };
    return { ...own, DATABASE_URL: database, PORT: String(port), SLACK_API_URL: slack.apiUrl, TMPDIR: tmpdir() };
  }

  async function start(name: string, port: number): Promise<void> {
    const [command = '', program = '', ...words] = services[name]?.command ?? image.command;
    const env = { PATH: process.env.PATH ?? '', ...environmentOf(name, port) };
    const child = spawn(command, [resolve(root, program), ...words], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running.set(name, { child, port, env });
    while (!(await isWell(name))) await wait(100);
  }

  /** What the image asks of itself. */
  function isWell(name: string): Promise<boolean> {
    const { env, child } = running.get(name) ?? expect.fail(name);
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
    const [check = '', ...words] = image.healthcheck;
    return run(check, words, { env }).then(
      () => true,
      () => false,
    );
  }

  async function stop(name: string): Promise<number | null> {
    const { child } = running.get(name) ?? expect.fail(name);
    running.delete(name);
    child.kill('SIGTERM');
    return child.exitCode ?? (await once(child, 'exit'))[0];
  }

  beforeAll(async () => {
    slack = await startLocalSlack({ delivery: { type: 'http' }, retryDelaysMs: [100, 1_000, 2_000] });
    database = (await server?.createDatabase()) ?? expect.fail('no server');
    for (const name of replicas) {
      ports.set(name, await freePort());
      await start(name, ports.get(name) ?? 0);
    }
    const port = await freePort();
    stopNginx = await startNginx(balancing(ports, port), port);
    await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  }, 2 * minute);
  afterAll(async () => {
    for (const name of [...running.keys()]) await stop(name);
    await stopNginx();
    await slack?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  it('answer, can be reached from outside of their container, and write into no folder', async () => {
    const { message } = await slack.as('ana').command('/kb', '401.5', '#web-ops');
    expect(visibleText(message ?? expect.fail('no answer'))).toContain('401.5');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal);
    for (const { port } of running.values()) {
      const { status } = await fetch(`http://${outside?.address ?? '127.0.0.1'}:${port}/readyz`);
      expect(status).toBe(200);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('answer in time when the machine of one of them is gone', async () => {
    const silent = await startSilent();
    const port = await freePort();
    const half = new Map([...ports, ['substatus-1', silent.port]]);
    const stopHalf = await startNginx(balancing(half, port), port);
    for (const trigger of ['1.1', '1.2', '1.3', '1.4']) {
      const who = { team_id: 'T0LOCAL00', user_id: 'U0ANA0000', channel_id: 'C1', trigger_id: trigger };
      const body = new URLSearchParams({ command: '/kb', text: 'help', ...who });
      const response = await sendSigned(`http://127.0.0.1:${port}/slack/events`, { body, secret: slack.signingSecret });
      expect(await response.text()).toContain('Ask with an error code');
    }
    await stopHalf();
    silent.end();
  });

  it(
    'lose nothing when one after the other is stopped and started anew, as in an upgrade',
    async () => {
      const ana = slack.as('ana');
      const written = async () => (await readReport({ url: database }, 0, 1)).lookups;
      await expect.poll(written).toBe(1); // that of the test before
      let isDone = false;
      const commands: (string | null)[] = [];
      const asking = Array.from({ length: 4 }, async () => {
        while (!isDone) {
          const { message, error } = await ana.command('/kb', '403.14', '#web-ops');
          commands.push(message === null ? (error ?? 'empty') : null);
          await wait(20);
        }
      });
      const mentions: string[] = [];
      const mentioning = (async () => {
        while (!isDone) {
          for (const channel of ['#web-ops', '#incident-4711']) {
            mentions.push((await ana.post(channel, '@Substatus 503')).ts);
          }
          await wait(2_000); // a channel takes a message a second
        }
      })();
      for (const name of replicas) {
        await wait(500);
        const { port } = running.get(name) ?? expect.fail(name);
        expect(await stop(name)).toBe(0);
        await start(name, port);
      }
      await wait(500);
      isDone = true;
      await Promise.all([...asking, mentioning]);
      const answersTo = (ts: string) =>
        ['#web-ops', '#incident-4711']
          .flatMap((channel) => slack.messages(channel))
          .filter(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === ts).length;
      await expect.poll(() => mentions.map(answersTo), { timeout: 20_000 }).toEqual(mentions.map(() => 1));
      expect(commands.length).toBeGreaterThan(20);
      expect(commands.filter((problem) => problem !== null)).toEqual([]);
      await expect.poll(written).toBe(1 + commands.length + mentions.length);
    },
    3 * minute,
  );
});
