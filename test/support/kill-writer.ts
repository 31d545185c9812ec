import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { CompiledQuery } from 'kysely';
import { inSnapshot } from '../../src/store/copy-content.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import type { StorePlace } from '../../src/store/types.js';

/**
 * Lets another process write so many times and kills it with SIGKILL when it has acknowledged some.
 * @param killAfter how many acknowledged writes to wait for
 * @returns the keys that it acknowledged
 */
export async function writeAndKill(
  place: StorePlace,
  name: string,
  writes: number,
  killAfter: number,
): Promise<string[]> {
  const script = resolve(import.meta.dirname, 'writer-process.ts');
  const words = ['--import', 'tsx', script, JSON.stringify(place), name, String(writes)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const key of createInterface({ input: child.stdout })) {
    acknowledged.push(key);
    if (acknowledged.length === killAfter) child.kill('SIGKILL');
  }
  return acknowledged;
}

/** Opens the store again, and gives those of the keys that it does not know. Throws when it does not open, or is damaged. */
export async function lostOf(place: StorePlace, keys: string[]): Promise<string[]> {
  const store = await openStore(place);
  await store.check();
  await store.close();
  const database = await openDatabase(place);
  const known = await inSnapshot(database, (snapshot) => snapshot.selectFrom('deliveries').select('key').execute());
  if (database.type === 'sqlite') {
    const { rows } = await database.db.executeQuery<{ integrity_check: string }>(
      CompiledQuery.raw('pragma integrity_check'),
    );
    if (rows[0]?.integrity_check !== 'ok') throw new Error(`damaged: ${JSON.stringify(rows)}`);
  }
  await database.close();
  const there = new Set(known.map(({ key }) => key));
  return keys.filter((key) => !there.has(key));
}
