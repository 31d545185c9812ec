import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { toStoreError } from '../../src/store/store-error.js';

describe('a store in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const inFolder = (name: string) => join(folder, name);

  it('is for this user only, with its folder and side files', async () => {
    const store = await openStore({ path: inFolder('new/deep/substatus.db') });
    await store.deliveries.claim('a', 1000);
    const modes = ['new', 'new/deep', 'new/deep/substatus.db', 'new/deep/substatus.db-wal'].map(
      (name) => statSync(inFolder(name)).mode & 0o777,
    );
    await store.close();
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600]);
  });

  it('is on the disk when a write returns', async () => {
    const database = await openDatabase({ path: inFolder('a.db') });
    const { rows } = await database.db.executeQuery(CompiledQuery.raw('pragma synchronous'));
    const { rows: modes } = await database.db.executeQuery(CompiledQuery.raw('pragma journal_mode'));
    await database.close();
    expect([rows, modes]).toEqual([[{ synchronous: 2 }], [{ journal_mode: 'wal' }]]);
  });

  it('says that another process keeps it locked, and writes durably afterwards', async () => {
    const path = inFolder('a.db');
    const store = await openStore({ path });
    const other = new Libsql(path);
    other.exec('begin immediate');
    await expect(store.deliveries.claim('a', 1000)).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringContaining(path),
    });
    other.exec('rollback');
    expect(await store.deliveries.claim('a', 1000)).toBe(true);
    expect(other.prepare('select count(*) as claims from deliveries').get()).toMatchObject({ claims: 1 });
    other.exec('begin immediate'); // which an open write of the store would not allow
    other.exec('rollback');
    other.close();
    await store.close();
  });

  it('says that a folder cannot be made there', async () => {
    writeFileSync(inFolder('file'), '');
    const opening = openStore({ path: inFolder('file/substatus.db') });
    await expect(opening).rejects.toMatchObject({ code: 'store-not-writable', message: /SUBSTATUS_DATA/ });
  });

  it.skipIf(process.getuid?.() === 0)('says that the folder cannot be written', async () => {
    chmodSync(folder, 0o500);
    const opening = openStore({ path: inFolder('substatus.db') });
    await expect(opening).rejects.toMatchObject({ code: 'store-not-writable' });
    chmodSync(folder, 0o700);
  });

  it('says that a folder is in its place', async () => {
    mkdirSync(inFolder('substatus.db'));
    await expect(openStore({ path: inFolder('substatus.db') })).rejects.toMatchObject({ code: 'store-not-writable' });
  });

  it('says that the file is no database', async () => {
    writeFileSync(inFolder('substatus.db'), 'this is no database, however long it may be. '.repeat(100));
    await expect(openStore({ path: inFolder('substatus.db') })).rejects.toMatchObject({
      code: 'store-not-a-database',
      message: /substatus db restore/,
    });
  });

  it('says that the disk is full, and goes on when there is room again', async () => {
    const path = inFolder('a.db');
    const database = await openDatabase({ path });
    const { db } = database;
    await db.schema.createTable('t').addColumn('text', 'text').execute();
    const insert = () => db.executeQuery(CompiledQuery.raw('insert into t values (hex(randomblob(2000)))'));
    await db.executeQuery(CompiledQuery.raw('pragma max_page_count = 8'));
    const failure = await (async () => {
      for (;;) await insert();
    })().catch((error: unknown) => toStoreError(error, path));
    expect(failure).toMatchObject({ code: 'store-full', message: expect.stringContaining(path) });
    await db.executeQuery(CompiledQuery.raw('pragma max_page_count = 1000'));
    await expect(insert()).resolves.toBeDefined();
    await database.close();
  });
});
