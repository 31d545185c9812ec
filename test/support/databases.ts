import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorePlace } from '../../src/store/types.js';
import { type PostgresServer, startPostgres } from './postgres.js';

/** A kind of database that the store runs on. */
export interface DatabaseKind {
  readonly name: string;
  /** The server of the tests, for kinds that have one. */
  readonly server: PostgresServer | null;
  /** A place where nothing is yet. */
  newPlace(): Promise<StorePlace>;
  end(): Promise<void>;
}

/** SQLite, and PostgreSQL where there is a server (see `startPostgres`). The caller ends them. */
export async function databaseKinds(): Promise<DatabaseKind[]> {
  const server = await startPostgres();
  const sqlite = sqliteKind();
  if (server === null) return [sqlite];
  const newPlace = async () => ({ url: await server.createDatabase() });
  return [sqlite, { name: server.name, server, newPlace, end: () => server.stop() }];
}

function sqliteKind(): DatabaseKind {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-store-'));
  let count = 0;
  return {
    name: 'SQLite',
    server: null,
    async newPlace() {
      count += 1;
      return { path: join(folder, `${count}`, 'substatus.db') };
    },
    end: async () => rmSync(folder, { recursive: true }),
  };
}
