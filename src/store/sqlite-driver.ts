import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { SqliteFile } from './sqlite-file.js';

/**
 * Kysely's SQLite over a file that is open in a thread: twice, for statements that are on the disk when they are done, and for
 * those that are there for everybody then, and on the disk with the next that is.
 */
export function sqliteDialects(file: SqliteFile): { durable: Dialect; soon: Dialect } {
  const turns: Turns = { transactions: Promise.resolve() };
  return { durable: dialect(file, turns, 'alone'), soon: dialect(file, turns, 'soon') };
}

function dialect(file: SqliteFile, turns: Turns, alone: 'alone' | 'soon'): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteFileDriver(file, turns, alone),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

interface Turns {
  /** Settles when the transactions that were begun so far have ended. */
  transactions: Promise<void>;
}

/**
 * The file takes one transaction at a time, and meanwhile nothing else. Statements that are committed by themselves
 * are handed over as they come, so that those which come together share one wait for the disk.
 */
class SqliteFileDriver implements Driver {
  readonly #file: SqliteFile;
  readonly #turns: Turns;
  readonly #alone: 'alone' | 'soon';

  constructor(file: SqliteFile, turns: Turns, alone: 'alone' | 'soon') {
    this.#file = file;
    this.#turns = turns;
    this.#alone = alone;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    return new Connection(this.#file, this.#turns, this.#alone);
  }

  async releaseConnection(): Promise<void> {}

  /** A transaction that only reads sees one state and keeps nobody from writing. */
  async beginTransaction(connection: Connection, { accessMode }: TransactionSettings): Promise<void> {
    const before = this.#turns.transactions;
    this.#turns.transactions = new Promise((resolve) => {
      connection.endTransaction = resolve;
    });
    await before;
    try {
      await this.#file.ask({ type: 'exec', sql: accessMode === 'read only' ? 'begin' : 'begin immediate' });
    } catch (error) {
      connection.endTransaction?.();
      throw error;
    }
    connection.isInTransaction = true;
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await this.#file.ask({ type: 'exec', sql: 'commit' });
    connection.leaveTransaction();
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await this.#file.ask({ type: 'rollback' }).finally(() => connection.leaveTransaction());
  }

  async destroy(): Promise<void> {
    await this.#file.close();
  }
}

class Connection implements DatabaseConnection {
  readonly #file: SqliteFile;
  readonly #turns: Turns;
  readonly #alone: 'alone' | 'soon';
  isInTransaction = false;
  endTransaction: (() => void) | null = null;

  constructor(file: SqliteFile, turns: Turns, alone: 'alone' | 'soon') {
    this.#file = file;
    this.#turns = turns;
    this.#alone = alone;
  }

  leaveTransaction(): void {
    this.isInTransaction = false;
    this.endTransaction?.();
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.isInTransaction) await this.#untilNoTransaction();
    const result = await this.#file.ask({ type: this.isInTransaction ? 'inside' : this.#alone, sql, parameters });
    const { rows = [], changes } = result ?? {};
    return { rows: rows as Row[], ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }) };
  }

  /** Another transaction may begin while one is waited for. */
  async #untilNoTransaction(): Promise<void> {
    let awaited: Promise<void> | null = null;
    while (awaited !== this.#turns.transactions) {
      awaited = this.#turns.transactions;
      await awaited;
    }
  }

  // biome-ignore lint/correctness/useYield: nothing here reads as a stream
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('not supported: read in pages');
  }
}
