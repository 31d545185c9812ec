import { sql } from 'kysely';
import { openChanges } from './changes.js';
import { deliveryClaims } from './deliveries.js';
import { keepFeedback } from './feedback.js';
import { keepHouse, lookupsKeptMs } from './housekeeping.js';
import { insights } from './insights.js';
import { installations } from './installations.js';
import { lookupLog } from './lookups.js';
import { migrate } from './migrate.js';
import { noteShelf } from './notes.js';
import { openDatabase } from './open-database.js';
import { postSlots } from './post-slots.js';
import { settingsDoor } from './settings.js';
import { StoreError, toStoreError } from './store-error.js';
import type { Database } from './tables.js';
import type { Store, StorePlace, TroubleListener } from './types.js';
import { unfinishedWork } from './unfinished.js';

export interface OpenStoreOptions {
  /** Hears of trouble that nobody waits for, such as lookups that cannot be written. */
  tell?: TroubleListener;
  /** A server that does not answer is tried again at each use, instead of being an error. */
  mayBeAway?: boolean;
  /** Keys of 32 bytes for what is encrypted: the first encrypts, all decrypt. Without any, nothing can be. */
  keys?: readonly Uint8Array[];
  /** How long lookups are kept, in milliseconds; a year unless given. */
  keptMs?: number;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError that says why it cannot be used, and what to do
 */
export async function openStore(
  place: StorePlace,
  { tell = () => {}, mayBeAway = false, keys = [], keptMs = lookupsKeptMs }: OpenStoreOptions = {},
): Promise<Store> {
  const opened = await openDatabase(place);
  const database = { ...opened, ready: untilItSucceeds(() => migrate(opened)) };
  let isThere = true;
  try {
    await database.ready();
  } catch (error) {
    if (!mayBeAway || !(error instanceof StoreError) || error.code !== 'store-away') {
      await database.close();
      throw error;
    }
    tell(error, 'the store is away, and is tried again');
    isThere = false;
  }
  const store = storeOver(database, { tell, keys, keptMs });
  if (isThere) await store.feedback.refresh(); // the first answer shows what people said before the restart
  return store;
}

/** Does the work again as long as it fails; those who come meanwhile wait for the same trial. */
function untilItSucceeds(work: () => Promise<unknown>): () => Promise<void> {
  let trial: Promise<void> | null = null;
  return () => {
    trial ??= work().then(
      () => {},
      (error: unknown) => {
        trial = null;
        throw error;
      },
    );
    return trial;
  };
}

function storeOver(
  database: Database,
  { tell, keys, keptMs }: Required<Pick<OpenStoreOptions, 'tell' | 'keys' | 'keptMs'>>,
): Store {
  const changes = openChanges(database, tell);
  const lookups = lookupLog(database, tell);
  const feedback = keepFeedback(database, changes, tell);
  const endHousekeeping = keepHouse(database, keptMs, tell);
  let closed: Promise<void> | null = null;
  const close = async () => {
    await endHousekeeping();
    await lookups.close();
    await feedback.close();
    await changes.close();
    await database.close().catch((error: unknown) => tell(toStoreError(error, database.place), 'closing failed'));
  };
  return {
    type: database.type,
    place: database.place,
    deliveries: deliveryClaims(database),
    unfinished: unfinishedWork(database),
    lookups,
    notes: noteShelf(database, changes),
    insights: insights(database),
    installations: installations(database, keys),
    feedback,
    settings: settingsDoor(database, changes),
    postSlots: postSlots(database),
    onForgotten: (listener) => changes.onChange('forgotten', listener),
    async check() {
      await sql`select 1`.execute(database.db).catch((error: unknown) => {
        throw toStoreError(error, database.place);
      });
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}
