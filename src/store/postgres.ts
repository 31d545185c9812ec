import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { listenTo } from './postgres-listener.js';
import type { Database, Tables } from './tables.js';

/** Together with a first answer, well within Slack's three seconds. */
const connectMs = 2_000;
/** A query that hangs, on a network that swallows packets, gives its connection up. */
const queryMs = 30_000;
const connections = 5;

/** Opens a pool of connections to a PostgreSQL server; connects when it is first asked. */
export function openPostgres(url: string): Database {
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    keepAlive: true,
    application_name: 'substatus',
  };
  const pool = new pg.Pool({ ...connection, max: connections, types: { getTypeParser: numbersForBigints } });
  // A connection that breaks tells its query, and the next one opens another; an event that nobody hears ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    type: 'postgres',
    place: withoutPassword(url),
    db,
    ready: async () => {},
    listen: (channel, hear, lost) => listenTo(connection, channel, hear, lost),
    close: () => db.destroy(),
  };
}

/** Counts and times are far below 2^53, and SQLite gives numbers too. */
function numbersForBigints(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}

function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
