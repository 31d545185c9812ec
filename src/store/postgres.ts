import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { listenTo } from './postgres-listener.js';
import type { Database, Db, Tables } from './tables.js';

/** Together with a first answer, well within Slack's three seconds. */
const connectMs = 2_000;
/** A query that hangs, on a network that swallows packets, gives its connection up. */
const queryMs = 30_000;
const connections = 5;
const soonConnections = 2;

/** Opens a pool of connections to a PostgreSQL server; connects when it is first asked. */
export function openPostgres(url: string): Database {
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    keepAlive: true,
    application_name: 'substatus',
  };
  const types = { getTypeParser: numbersForBigints };
  const db = over(new pg.Pool({ ...connection, max: connections, types }));
  const soon = over(new pg.Pool({ ...connection, max: soonConnections, types, onConnect: commitSoon }));
  return {
    type: 'postgres',
    place: withoutPassword(url),
    db,
    soon,
    ready: async () => {},
    listen: (channel, hear, lost) => listenTo(connection, channel, hear, lost),
    async close() {
      await Promise.all([db.destroy(), soon.destroy()]);
    },
  };
}

function over(pool: pg.Pool): Db {
  // A connection that breaks tells its query, and the next one opens another; an event that nobody hears ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** The pool waits for it. A commit is seen by all sessions at once, and written by the server within a second. */
async function commitSoon(client: pg.ClientBase): Promise<void> {
  await client.query('set synchronous_commit to off');
}

/** Counts and times are far below 2^53, and SQLite gives numbers too. */
function numbersForBigints(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}

function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
