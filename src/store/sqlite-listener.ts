import { CompiledQuery } from 'kysely';
import type { Db } from './tables.js';

/** So often the number is looked at. */
const lookMs = 2_000;

/** A number in the head of the file, which no migration uses: another one after a command changed what bots have in memory. */
async function versionOf(db: Db): Promise<number> {
  const { rows } = await db.executeQuery<{ user_version: number }>(CompiledQuery.raw('pragma user_version'));
  return rows[0]?.user_version ?? 0;
}

/** Inside a transaction. */
export async function bumpVersion(db: Db): Promise<void> {
  const next = ((await versionOf(db)) + 1) % 2 ** 31;
  await db.executeQuery(CompiledQuery.raw(`pragma user_version = ${next}`));
}

/** Calls the listener after each time that the number has become another one. @returns what ends that */
export function watchVersion(db: Db, hear: (payload: null) => void): () => Promise<void> {
  let known: number | null = null;
  const look = async () => {
    const version = await versionOf(db).catch(() => known); // those who need the store tell of the trouble
    if (known !== null && version !== known) hear(null);
    known = version;
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookMs).unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
