import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { contentTables } from '../../src/store/tables.js';
import { backUp, exportRows, migrateStore, move, restore } from '../../src/store/transfer.js';
import type { StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { asked } from '../support/lookups.js';
import { note } from '../support/notes.js';
import { vote } from '../support/votes.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const none = Object.fromEntries(contentTables.map(({ name }) => [name, 0]));
/** More than a page of each kind of key. */
const full = {
  ...none,
  deliveries: 520,
  lookups: 510,
  lookup_codes: 1020,
  notes: 1,
  installations: 2,
  settings: 2,
  settings_audit: 2,
  feedback: 3,
};

const key = randomBytes(32);

async function fill(place: StorePlace): Promise<void> {
  const store = await openStore(place, { keys: [key] });
  for (const team of ['T1', 'E1']) await store.installations.save(team, { bot: { token: 'xoxb-secret' } });
  const keys = Array.from({ length: full.deliveries }, (_, index) => `key ${index} é`);
  await Promise.all(keys.map((key) => store.deliveries.claim(key, 60_000)));
  for (let index = 0; index < full.lookups; index += 1) {
    store.lookups.record(
      asked({ codes: [`500.${index}`, '401.5'], question: `"it's" ${index} 日本`, milliseconds: index / 7 }),
    );
  }
  await store.notes.save(note());
  const at = { team: 'T1', person: 'U1', at: Date.now() };
  await store.settings.change({ ...at, channel: 'C1', values: { answers: { value: 'private' } } });
  await store.settings.change({ ...at, channel: null, values: { product: { value: "it's 日本" } } });
  for (let index = 0; index < full.feedback; index += 1) await store.feedback.vote(vote({ person: `U${index}` }));
  await store.close();
}

async function rowsAt(place: StorePlace): Promise<string[]> {
  const rows: string[] = [];
  await exportRows(place, async (row) => {
    rows.push(JSON.stringify(Object.entries(row).sort()));
  });
  return rows.sort();
}

describe.each(kinds)('a store on $name', (kind) => {
  let folder: string;
  let place: StorePlace;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-transfer-'));
    place = await kind.newPlace();
    await fill(place);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says what is in it', async () => {
    expect(await migrateStore(place)).toMatchObject({ from: migrations.length, to: migrations.length, rows: full });
  });

  it('is backed up into one private file, and restored from it', async () => {
    const backup = join(folder, 'backup.db');
    expect(await backUp(place, backup)).toEqual({ place: backup, rows: full });
    expect([readdirSync(folder), statSync(backup).mode & 0o777]).toEqual([['backup.db'], 0o600]);
    const other = await kind.newPlace();
    expect((await restore(backup, other, false)).rows).toEqual(full);
    expect(await rowsAt(other)).toEqual(await rowsAt(place));
    expect(await rowsAt(place)).toHaveLength(Object.values(full).reduce((sum, rows) => sum + rows, 0));
  });

  it('keeps the tokens of workspaces encrypted in all that leaves it, and opens them with the key where they arrive', async () => {
    const backup = join(folder, 'backup.db');
    await backUp(place, backup);
    const other = await kind.newPlace();
    await restore(backup, other, false);
    expect(readFileSync(backup).includes('xoxb-secret')).toBe(false);
    expect((await rowsAt(other)).join('\n')).not.toContain('xoxb-secret');
    const store = await openStore(other, { keys: [key] });
    expect(await store.installations.find('E1')).toEqual({ bot: { token: 'xoxb-secret' } });
    await store.close();
  });

  it('is backed up while a bot writes', async () => {
    const store = await openStore(place);
    const writing = (async () => {
      for (let index = 0; index < 100; index += 1) await store.deliveries.claim(`during ${index}`, 60_000);
    })();
    const { rows } = await backUp(place, join(folder, 'backup.db'));
    await writing;
    await store.close();
    expect(rows.lookups).toBe(full.lookups);
  });

  it('does not overwrite a backup', async () => {
    const backup = join(folder, 'backup.db');
    writeFileSync(backup, 'precious');
    await expect(backUp(place, backup)).rejects.toThrow(/is there already/);
    expect(readFileSync(backup, 'utf8')).toBe('precious');
  });

  it('is replaced by a backup only when that is said', async () => {
    const backup = join(folder, 'backup.db');
    await backUp(place, backup);
    const store = await openStore(place);
    await store.deliveries.claim('later', 60_000);
    await store.close();
    await expect(restore(backup, place, false)).rejects.toThrow(/not empty \(deliveries 521, .*--replace/);
    expect((await restore(backup, place, true)).rows).toEqual(full);
  });

  it('is left alone by a damaged backup', async () => {
    const [whole, damaged] = [join(folder, 'whole.db'), join(folder, 'damaged.db')];
    await backUp(place, whole);
    const bytes = readFileSync(whole);
    for (let at = 8192; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 600);
    writeFileSync(damaged, bytes);
    await expect(restore(damaged, place, true)).rejects.toThrow(`${damaged} is no backup of ours, or damaged`);
    writeFileSync(damaged, 'no database '.repeat(1000));
    await expect(restore(damaged, place, true)).rejects.toThrow(`${damaged} is no backup of ours, or damaged`);
    expect((await migrateStore(place)).rows).toEqual(full);
  });

  it('takes a backup of an older version, and refuses one of a newer', async () => {
    const [older, newer] = [join(folder, 'older.db'), join(folder, 'newer.db')];
    const future = { name: 'future', up: async () => {} };
    for (const [path, steps] of [
      [older, migrations.slice(0, 1)],
      [newer, [...migrations, future]],
    ] as const) {
      const database = await openDatabase({ path });
      await migrate(database, steps);
      await database.db.insertInto('deliveries').values({ key: 'old', claimed_at: 1, expires_at: 2 }).execute();
      await database.close();
    }
    expect((await restore(older, place, true)).rows).toEqual({ ...none, deliveries: 1 });
    await expect(restore(newer, place, true)).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringContaining(newer),
    });
  });

  it('takes in a file that is moved to it, when it is empty', async () => {
    const file = join(folder, 'substatus.db');
    await fill({ path: file });
    await expect(move(file, place)).rejects.toThrow(/not empty/);
    const empty = await kind.newPlace();
    expect((await move(file, empty)).rows).toEqual(full);
    expect(await rowsAt(empty)).toEqual(await rowsAt({ path: file }));
  });

  // Between two files of SQLite nothing else of this process happens meanwhile.
  it.skipIf(kind.server === null)('takes nothing in when the file is written to during the move', async () => {
    const file = join(folder, 'substatus.db');
    await fill({ path: file });
    const bot = await openStore({ path: file });
    const empty = await kind.newPlace();
    const moving = move(file, empty);
    const outcome = moving.then(
      () => 'moved',
      (error: Error) => error.message,
    );
    let moved = false;
    void outcome.then(() => {
      moved = true;
    });
    for (let index = 0; !moved; index += 1) {
      await bot.deliveries.claim(`during ${index}`, 60_000);
      await otherWork(); // a file is written to without a pause in which the move could go on
    }
    await bot.close();
    expect(await outcome).toMatch(/was written to meanwhile. Nothing was moved/);
    expect((await migrateStore(empty)).rows).toEqual(none);
  });

  it('does not make a file where there was none', async () => {
    const missing = join(folder, 'missing.db');
    await expect(restore(missing, place, false)).rejects.toThrow(`${missing} is not there`);
    await expect(move(missing, place)).rejects.toThrow(`${missing} is not there`);
    await expect(backUp({ path: missing }, join(folder, 'backup.db'))).rejects.toThrow(`${missing} is not there`);
    expect(existsSync(missing)).toBe(false);
  });

  it('can be a copy of the file and its journal', async () => {
    if (!('path' in place)) return;
    const store = await openStore(place);
    await store.deliveries.claim('in the journal', 60_000);
    const copy = join(folder, 'copy.db');
    for (const suffix of ['', '-wal']) copyFileSync(place.path + suffix, copy + suffix);
    await store.close();
    expect((await restore(copy, { path: join(folder, 'other.db') }, false)).rows.deliveries).toBe(full.deliveries + 1);
  });
});
