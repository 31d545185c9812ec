import { join } from 'node:path';
import type { Store } from '../../../src/store/types.js';
import { type PostgresServer, startPostgres } from '../postgres.js';
import { type Disk, failingDisk, smallDisk } from './disks.js';
import { count, type Expected, emptyRow, expectedOf, type Fault, type Row, seenAndSaved } from './fault.js';
import { type Asking, type FlowName, flowNames, prepare } from './flows.js';
import { type StoreScene, startWithStore } from './scenes.js';

/** Ways of asking that the store has a part in: two windows, opened before it is away, and submitted meanwhile. */
const saving: readonly FlowName[] = ['new note', 'new setting'];

interface Open {
  flow: FlowName;
  asking: Asking;
}

async function openWindows({ slack }: StoreScene): Promise<Open[]> {
  const people = ['ben', 'ana'];
  return Promise.all(saving.map(async (flow, nth) => ({ flow, asking: await prepare(slack, flow, people[nth]) })));
}

/** Nothing can be saved, and the window says so and stays. */
async function submitAll(row: Row, scene: StoreScene, open: readonly Open[]): Promise<void> {
  for (const { flow, asking } of open) {
    await asking.ask();
    count(row, `${flow} meanwhile`, await seenAndSaved(asking, scene.store), ['told']);
  }
}

/** Everybody asks in every way but some, one after the other. */
async function askAll(
  row: Row,
  scene: StoreScene,
  when: string,
  { without = [], expected = {} }: { without?: readonly FlowName[]; expected?: Expected } = {},
): Promise<void> {
  for (const flow of flowNames.filter((one) => !without.includes(one))) {
    scene.slack.reset();
    const asking = await prepare(scene.slack, flow);
    await scene.settled();
    await asking.ask();
    await scene.slack.quiet(150);
    await scene.settled();
    count(row, `${flow} ${when}`, await seenAndSaved(asking, scene.store), expectedOf(expected, flow));
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

const sees = 'the answer; who votes, or saves a note or a setting meanwhile, is told that it was not kept';

/** PostgreSQL is killed under a bot that answers, and started again. */
function serverFault(server: PostgresServer | null): Fault {
  const name = 'PostgreSQL stopped, and started again';
  return {
    name,
    sees,
    cannot: server?.halt ? null : 'there is no PostgreSQL here that may be stopped',
    async run(rounds) {
      const row = emptyRow(name);
      for (let round = 0; round < rounds && server?.halt; round += 1) {
        const scene = await startWithStore('socket', { url: await server.createDatabase() });
        const { store } = scene;
        const open = await openWindows(scene);
        const start = await server.halt();
        await submitAll(row, scene, open);
        await askAll(row, scene, 'while the store is away', {
          without: saving,
          expected: { 'settings window': 'told' },
        });
        await expectUp(row, store, false, 'while it is stopped');
        await start();
        await store.check().catch(() => {}); // the first may meet a connection that is gone
        await expectUp(row, store, true, 'after it was started');
        await askAll(row, scene, 'after it came back');
        await scene.end();
      }
      return row;
    },
  };
}

const noMount = 'only root may mount a small file system';

/** @param isFixed whether the bot finds it mended by itself; else it is started again on it, as whoever runs it has to */
function diskFault(name: string, newDisk: () => Disk | null, isFixed: boolean): Fault {
  const trial = newDisk();
  trial?.end();
  return {
    name,
    sees,
    cannot: trial === null ? noMount : null,
    async run(rounds) {
      const row = emptyRow(name);
      for (let round = 0; round < rounds; round += 1) {
        const disk = newDisk();
        if (disk === null) throw new Error(noMount);
        const start = () => startWithStore('socket', { path: join(disk.path, 'data', 'substatus.db') });
        let scene = await start();
        const open = await openWindows(scene);
        disk.spoil();
        await untilItFails(row, scene.store);
        await submitAll(row, scene, open);
        await askAll(row, scene, 'meanwhile', { without: saving });
        if (!isFixed) await scene.end();
        disk.mend();
        if (!isFixed) scene = await start();
        await expectUp(row, scene.store, true, 'when that is over');
        await askAll(row, scene, 'when that is over');
        await scene.end();
        disk.end();
      }
      return row;
    },
  };
}

/** What goes wrong under the store. The server is for whoever calls this to stop. */
export async function storeFaults(): Promise<{ faults: Fault[]; end(): Promise<void> }> {
  const server = await startPostgres();
  const faults = [
    serverFault(server),
    diskFault('disk full', smallDisk, true),
    diskFault(
      'data folder turns read-only under the bot, which is started again when it is mended',
      failingDisk,
      false,
    ),
  ];
  return { faults, end: async () => server?.stop() };
}
