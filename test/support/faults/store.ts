import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../../src/store/types.js';
import type { Scene } from '../bot.js';
import { type PostgresServer, startPostgres } from '../postgres.js';
import { count, emptyRow, type Fault, type Row } from './fault.js';
import { flowNames, prepare } from './flows.js';
import { startWithStore } from './scenes.js';

/** Everybody asks in every way, one after the other. */
async function askAll(row: Row, scene: Scene, when: string): Promise<void> {
  for (const flow of flowNames) {
    scene.slack.reset();
    const asking = await prepare(scene.slack, flow);
    await scene.settled();
    await asking.ask();
    await scene.slack.quiet(150);
    await scene.settled();
    count(row, `${flow} ${when}`, asking.seen(), ['answered']);
  }
}

/** Tells what the store is missing afterwards, as surprises. */
async function expectUp(row: Row, store: Store, isUp: boolean, when: string): Promise<void> {
  const state = await store.deliveries.claim(`${row.fault} ${when}`, 60_000).then(
    () => 'up',
    (error) => String(error.code),
  );
  if ((state === 'up') !== isUp) row.surprises.push(`the store is ${state} ${when}`);
}

/** Writes until the last room that the store has is full. */
async function untilItFails(row: Row, store: Store): Promise<void> {
  for (let nth = 0; nth < 2_000; nth += 1) {
    const isKept = await store.deliveries.claim(`${row.fault} ${nth} ${'x'.repeat(200)}`, 60_000).catch(() => false);
    if (!isKept) return;
  }
  row.surprises.push('the store was never full');
}

/** PostgreSQL is killed under a bot that answers, and started again. */
function serverFault(server: PostgresServer | null): Fault {
  const name = 'PostgreSQL stopped, and started again';
  return {
    name,
    sees: 'the answer; who votes meanwhile is told that the vote was not kept',
    cannot: server?.halt ? null : 'there is no PostgreSQL here that may be stopped',
    async run(rounds) {
      const row = emptyRow(name);
      for (let round = 0; round < rounds && server?.halt; round += 1) {
        const [scene, store] = await startWithStore('socket', { url: await server.createDatabase() });
        const start = await server.halt();
        await askAll(row, scene, 'while the store is away');
        await expectUp(row, store, false, 'while it is stopped');
        await start();
        await store.check().catch(() => {}); // the first may meet a connection that is gone
        await expectUp(row, store, true, 'after it was started');
        await askAll(row, scene, 'after it came back');
        await scene.end();
        await store.close();
      }
      return row;
    },
  };
}

/** A small file system of its own; null where this user may not mount one. */
function smallDisk(): { path: string; mount(options: string): void; end(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'substatus-disk-'));
  const run = (command: string, ...words: string[]) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
  if (process.getuid?.() !== 0 || !run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'none', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    mount: (options) => void run('mount', '-o', `remount,${options}`, path),
    end() {
      run('umount', path);
      rmSync(path, { recursive: true });
    },
  };
}

const noMount = 'only root may mount a small file system';

/** @param spoil takes the disk's room or rights away @param mend gives them back */
function diskFault(
  name: string,
  spoil: (disk: NonNullable<ReturnType<typeof smallDisk>>) => void,
  mend: (disk: NonNullable<ReturnType<typeof smallDisk>>) => void,
): Fault {
  const trial = smallDisk();
  trial?.end();
  return {
    name,
    sees: 'the answer; who votes meanwhile is told that the vote was not kept',
    cannot: trial === null ? noMount : null,
    async run(rounds) {
      const row = emptyRow(name);
      for (let round = 0; round < rounds; round += 1) {
        const disk = smallDisk();
        if (disk === null) throw new Error(noMount);
        const [scene, store] = await startWithStore('socket', { path: join(disk.path, 'data', 'substatus.db') });
        spoil(disk);
        await untilItFails(row, store);
        await askAll(row, scene, 'meanwhile');
        mend(disk);
        await expectUp(row, store, true, 'when that is over');
        await askAll(row, scene, 'when that is over');
        await scene.end();
        await store.close();
        disk.end();
      }
      return row;
    },
  };
}

function fill(folder: string): void {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (let nth = 0; ; nth += 1) writeFileSync(join(folder, `filler-${size}-${nth}`), Buffer.alloc(size));
    } catch {} // no room is left for a file of this size
  }
}

function empty(folder: string): void {
  spawnSync('sh', ['-c', `rm -f ${folder}/filler-*`]);
}

/** What goes wrong under the store. The server is for whoever calls this to stop. */
export async function storeFaults(): Promise<{ faults: Fault[]; end(): Promise<void> }> {
  const server = await startPostgres();
  const faults = [
    serverFault(server),
    diskFault(
      'disk full',
      ({ path }) => fill(path),
      ({ path }) => empty(path),
    ),
  ];
  return { faults, end: async () => server?.stop() };
}

/** A data folder that this process's user, or `nobody`, may not write. */
export function readOnlyFolder(): { path: string; user: { uid: number; gid: number } | null; end(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'substatus-readonly-'));
  const path = join(parent, 'data');
  mkdirSync(path);
  const isRoot = process.getuid?.() === 0;
  const nobody = { uid: 65_534, gid: 65_534 };
  chmodSync(parent, 0o755);
  if (isRoot) chownSync(path, 0, 0);
  chmodSync(path, 0o555);
  return {
    path,
    user: isRoot ? nobody : null,
    end() {
      chmodSync(path, 0o755);
      rmSync(parent, { recursive: true });
    },
  };
}
