/** Why the store cannot be used. */
export type StoreErrorCode =
  | 'store-away'
  | 'store-refused'
  | 'store-locked'
  | 'store-full'
  | 'store-not-writable'
  | 'store-not-a-database'
  | 'store-newer'
  | 'store-missing'
  | 'store-content'
  | 'store-key'
  | 'store-failed';

/** The store cannot do what was asked; the message says what to do about it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

interface Remedy {
  code: StoreErrorCode;
  says: (place: string, detail: string) => string;
}

const away: Remedy = {
  code: 'store-away',
  says: (place, detail) =>
    `the database server at ${place} does not answer (${detail}). Check that it runs, DATABASE_URL, and the network in between.`,
};
const refused: Remedy = {
  code: 'store-refused',
  says: (place, detail) =>
    `the database server at ${place} refuses us (${detail}). Check the user, password and database in DATABASE_URL, and what that user may do there.`,
};
const full: Remedy = {
  code: 'store-full',
  says: (place) =>
    `no room is left to write to ${place}. Free some, or set SUBSTATUS_DATA to a folder on another disk.`,
};
const notWritable: Remedy = {
  code: 'store-not-writable',
  says: (place, detail) =>
    `${place} cannot be opened or written (${detail}). Give this user the right to write the file and its folder, or set SUBSTATUS_DATA to a folder that can be written.`,
};
const locked: Remedy = {
  code: 'store-locked',
  says: (place) => `another process keeps ${place} locked. Wait for it, or end it, and try again.`,
};
const notADatabase: Remedy = {
  code: 'store-not-a-database',
  says: (place, detail) =>
    `${place} is no database of ours, or damaged (${detail}). Move it away; substatus db restore brings a backup back.`,
};

/** By the codes of SQLite, PostgreSQL, pg and Node. */
const remedies: Record<string, Remedy> = {
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_FULL: full,
  SQLITE_READONLY: notWritable,
  SQLITE_CANTOPEN: notWritable,
  SQLITE_PERM: notWritable,
  SQLITE_NOTADB: notADatabase,
  SQLITE_CORRUPT: notADatabase,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOTDIR: notWritable,
  EEXIST: notWritable,
  ENOSPC: full,
  '53100': full,
  ECONNREFUSED: away,
  ECONNRESET: away,
  ENOTFOUND: away,
  EAI_AGAIN: away,
  ETIMEDOUT: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  EPIPE: away,
  '57P01': away,
  '57P02': away,
  '57P03': away,
  '53300': away,
  '28P01': refused,
  '28000': refused,
  '3D000': refused,
  '42501': refused,
};

/** What pg and libsql say without a code. */
const wordings: [RegExp, Remedy][] = [
  [/timeout|terminated unexpectedly|connection terminated|not queryable|ECONN/i, away],
  [/SASL|password/i, refused],
  [/Unable to open connection to local database/i, notWritable],
];

/** Any failure of a database as one that names the place and the remedy. */
export function toStoreError(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  const detail = error instanceof Error ? error.message || String(codeOf(error)) : String(error);
  const remedy = remedies[codeOf(error) ?? ''] ?? wordings.find(([wording]) => wording.test(detail))?.[1];
  if (remedy !== undefined) return new StoreError(remedy.code, remedy.says(place, detail), error);
  return new StoreError('store-failed', `the store at ${place} failed: ${detail}`, error);
}

/** A code that somebody looks up by: SQLite's extended codes (`SQLITE_BUSY_SNAPSHOT`) count as their family. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? error.code;
}
