import { type Cipher, createCipher } from './cipher.js';
import { noteDeparture, noteReturn } from './departures.js';
import { migrate } from './migrate.js';
import { needsFile, onceReady, withDatabase } from './open-database.js';
import { noteLeft, noteReached, organisationOf, teamsOf } from './organisations.js';
import { StoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import type { Installations, StorePlace } from './types.js';

/** Each installation is one row, encrypted for that row alone. */
export function installations(database: Database, keys: readonly Uint8Array[]): Installations {
  const { db } = database;
  const cipher = createCipher(keys);

  return {
    save: (team, installation) =>
      onceReady(database, async () => {
        const sealed = { ...cipher.seal(JSON.stringify(installation), installationRow(team)), saved_at: Date.now() };
        await db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('installations')
            .values({ team, ...sealed })
            .onConflict((conflict) => conflict.column('team').doUpdateSet(sealed))
            .execute();
          await noteReturn(transaction, team);
        });
      }),
    find: (team) =>
      onceReady(database, async () => {
        const row = await db.selectFrom('installations').selectAll().where('team', '=', team).executeTakeFirst();
        return row === undefined ? null : JSON.parse(cipher.open(row, installationRow(team)));
      }),
    remove: (team) =>
      onceReady(database, async () => {
        return db.transaction().execute(async (transaction) => {
          const { numDeletedRows } = await transaction
            .deleteFrom('installations')
            .where('team', '=', team)
            .executeTakeFirst();
          if (numDeletedRows === 0n) return false;
          if ((await organisationOf(transaction, team)) === null) await noteDeparture(transaction, team);
          await noteLeft(transaction, await teamsOf(transaction, team));
          return true;
        });
      }),
    reached: (team, organisation) =>
      onceReady(database, () =>
        db.transaction().execute((transaction) => noteReached(transaction, team, organisation)),
      ),
    organisationOf: (team) => onceReady(database, () => organisationOf(db, team)),
    left: (teams) => onceReady(database, () => db.transaction().execute((transaction) => noteLeft(transaction, teams))),
    overview: () =>
      onceReady(database, async () => {
        const rows = await db.selectFrom('installations').select(['team', 'key_id']).orderBy('team').execute();
        const locked = rows.filter(({ key_id: keyId }) => !cipher.has(keyId));
        return { installed: rows.length, locked: locked.map(({ team }) => team) };
      }),
  };
}

/** What a row is called in messages, and bound to. */
export function installationRow(team: string): string {
  return `the installation of ${team}`;
}

/** What became of the rows: how many are encrypted anew, how many were already, and whose key is not there. */
export interface Rotated {
  keyId: string;
  rotated: number;
  already: number;
  locked: string[];
}

/**
 * Encrypts every installation with the first key that is not yet, while bots go on using the store.
 * @throws StoreError without a key, or when the store cannot be used
 */
export async function rotateKey(at: StorePlace, keys: readonly Uint8Array[]): Promise<Rotated> {
  needsFile(at);
  const cipher = createCipher(keys);
  const { keyId } = cipher;
  if (keyId === null) {
    throw new StoreError(
      'store-key',
      'SUBSTATUS_ENCRYPTION_KEY is not set: put the new key first, the old one behind it.',
    );
  }
  return withDatabase(at, async (database) => {
    await migrate(database);
    const rows = await database.db.selectFrom('installations').selectAll().orderBy('team').execute();
    const result: Rotated = { keyId, rotated: 0, already: 0, locked: [] };
    for (const row of rows) {
      if (row.key_id === keyId) result.already += 1;
      else if (!cipher.has(row.key_id)) result.locked.push(row.team);
      else if (await sealInto(database.db, cipher, row, cipher.open(row, installationRow(row.team))))
        result.rotated += 1;
    }
    return result;
  });
}

/** Encrypts a text into a row. @returns false when somebody installed anew or uninstalled meanwhile: then nothing is left to do */
export async function sealInto(
  db: Db,
  cipher: Cipher,
  row: { team: string; nonce: string },
  text: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set(cipher.seal(text, installationRow(row.team)))
    .where('team', '=', row.team)
    .where('nonce', '=', row.nonce)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
