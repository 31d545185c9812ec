import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteDialect,
  type TransactionSettings,
} from 'kysely';
import type Libsql from 'libsql';

/** Kysely's SQLite dialect over libsql, with a driver that takes the write lock first. */
export class LibsqlDialect extends SqliteDialect {
  readonly #file: Libsql.Database;

  constructor(file: Libsql.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new LibsqlDriver(this.#file);
  }
}

/**
 * Every write runs between BEGIN IMMEDIATE and COMMIT, so that waiting for the lock happens in BEGIN. A statement
 * that itself met a lock stays open in libsql until it is collected as garbage, and an open write keeps SQLite from
 * committing anything that comes after it on the connection: such writes would look done and be lost.
 */
class LibsqlDriver implements Driver {
  readonly #file: Libsql.Database;
  readonly #connection: LibsqlConnection;
  /** Settles when the connection, of which there is one, is free. */
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(file: Libsql.Database) {
    this.#file = file;
    this.#connection = new LibsqlConnection(file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let release = (): void => {};
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** A transaction that only reads sees one state and keeps nobody from writing. */
  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    this.#file.exec(accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(): Promise<void> {
    this.#file.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#file.inTransaction) this.#file.exec('rollback'); // a full disk has rolled it back already
  }

  async destroy(): Promise<void> {
    this.#file.close();
  }
}

class LibsqlConnection implements DatabaseConnection {
  readonly #file: Libsql.Database;

  constructor(file: Libsql.Database) {
    this.#file = file;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#file.prepare(sql);
    if (statement.reader) return { rows: statement.all(parameters) as Row[] };
    const write = () => {
      const { changes } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    };
    return this.#file.inTransaction ? write() : this.#alone(write);
  }

  #alone<T>(write: () => T): T {
    this.#file.exec('begin immediate');
    try {
      const result = write();
      this.#file.exec('commit');
      return result;
    } catch (error) {
      if (this.#file.inTransaction) this.#file.exec('rollback');
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: nothing here reads as a stream
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('not supported: read in pages');
  }
}
