import { sql } from 'kysely';
import { deliveryClaims } from './deliveries.js';
import { keepHouse } from './housekeeping.js';
import { lookupLog } from './lookups.js';
import { migrate } from './migrate.js';
import { openDatabase } from './open-database.js';
import { readReport } from './report.js';
import { toStoreError } from './store-error.js';
import type { Database } from './tables.js';
import type { Store, StorePlace, TroubleListener } from './types.js';

/**
 * Opens the store and brings its schema up to date.
 * @param tell hears of trouble that nobody waits for, such as lookups that cannot be written
 * @throws StoreError that says why it cannot be used, and what to do
 */
export async function openStore(place: StorePlace, tell: TroubleListener = () => {}): Promise<Store> {
  const database = openDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOver(database, tell);
}

function storeOver(database: Database, tell: TroubleListener): Store {
  const lookups = lookupLog(database, tell);
  const endHousekeeping = keepHouse(database, tell);
  return {
    type: database.type,
    place: database.place,
    deliveries: deliveryClaims(database),
    lookups,
    report: (since, most) => readReport(database, since, most),
    async check() {
      await sql`select 1`.execute(database.db).catch((error: unknown) => {
        throw toStoreError(error, database.place);
      });
    },
    async close() {
      await endHousekeeping();
      await lookups.close();
      await database.close().catch((error: unknown) => tell(toStoreError(error, database.place), 'closing failed'));
    },
  };
}
