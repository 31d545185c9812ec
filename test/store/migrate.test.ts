import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import type { Migration } from '../../src/store/migrations/migration.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import type { StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const future: Migration = {
  name: 'future',
  up: (db) => db.schema.createTable('future').addColumn('id', 'text').execute(),
};
const broken: Migration = {
  name: 'broken',
  async up(db) {
    await db.schema.createTable('half').addColumn('id', 'text').execute();
    throw new Error('broken on purpose');
  },
};

describe.each(kinds)('migrations on $name', (kind) => {
  async function migrateTo(place: StorePlace, steps: readonly Migration[]) {
    const database = await openDatabase(place);
    try {
      return await migrate(database, steps);
    } finally {
      await database.close();
    }
  }

  it('run once, and again only for what is new', async () => {
    const place = await kind.newPlace();
    expect(await migrateTo(place, migrations.slice(0, 1))).toEqual({ from: 0, to: 1 });
    expect(await migrateTo(place, migrations)).toEqual({ from: 1, to: migrations.length });
    expect(await migrateTo(place, migrations)).toEqual({ from: migrations.length, to: migrations.length });
  });

  it('refuse a database from a newer version, name both versions, and change nothing', async () => {
    const place = await kind.newPlace();
    await migrateTo(place, [...migrations, future]);
    const [newer, ours] = [migrations.length + 1, migrations.length];
    await expect(openStore(place)).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(`schema ${newer}.*schemas up to ${ours}.*Nothing was changed`),
    });
    expect(await migrateTo(place, [...migrations, future])).toEqual({ from: newer, to: newer });
  });

  it('leave nothing half done', async () => {
    const place = await kind.newPlace();
    await expect(migrateTo(place, [...migrations, broken])).rejects.toThrow('broken on purpose');
    expect(await migrateTo(place, [...migrations, future])).toEqual({ from: 0, to: migrations.length + 1 });
  });

  it('wait for each other in several processes', async () => {
    const place = await kind.newPlace();
    const codes = await Promise.all(Array.from({ length: 4 }, () => openAndCloseElsewhere(place)));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await migrateTo(place, migrations)).toEqual({ from: migrations.length, to: migrations.length });
  });
});

async function openAndCloseElsewhere(place: StorePlace): Promise<number | null> {
  const script = resolve(import.meta.dirname, '../support/open-store-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(place)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return code;
}
