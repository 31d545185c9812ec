import { randomUUID } from 'node:crypto';
import { redact } from './redact.js';
import { toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import type { LookupLog, NewLookup, TroubleListener } from './types.js';
import { writtenText } from './written-text.js';

/** A log that is written behind the answers. */
export interface WrittenLog extends LookupLog {
  /** Writes all that waits, once; what cannot be written is given up and told. Never throws. */
  close(): Promise<void>;
}

/** How long a lookup waits for others to be written with it. */
const gatherMs = 500;
/** So many are written at once: short enough that nobody waits behind it. */
const batch = 50;
/** While the store is away the newest so many are kept. */
const kept = 10_000;
/** How long to leave a store alone that could not be written to. */
const retryMs = 5_000;
/** Longer questions are whole pages; what they are about stands at the start. */
const longestQuestion = 1_000;
/** Which direct message it was would say who asked. */
const directMessage = { channel: 'D', thread: null, message: null };

/** Keeps lookups in memory for a moment and writes them in batches, a question without what it tells of people. */
export function lookupLog({ db, place, ready }: Database, tell: TroubleListener): WrittenLog {
  const waiting: (NewLookup & { id: string })[] = [];
  let lost = 0;
  let isAway = false;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function writeIn(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      writing = writing.then(writeAll);
    }, milliseconds).unref();
  }

  async function writeAll(): Promise<void> {
    try {
      if (waiting.length > 0) await ready();
      while (waiting.length > 0) {
        const rows = waiting.slice(0, batch);
        await writeLookups(db, rows);
        const written = new Set(rows);
        while (waiting[0] !== undefined && written.has(waiting[0])) waiting.shift(); // some may have been given up meanwhile
      }
      isAway = false;
    } catch (error) {
      if (!isAway) tell(toStoreError(error, place), 'lookups are not written down until the store is back');
      isAway = true;
      writeIn(retryMs);
    }
  }

  return {
    get waiting() {
      return waiting.length;
    },
    record(lookup) {
      const id = randomUUID();
      waiting.push({ ...lookup, id });
      if (waiting.length > kept) lost += waiting.splice(0, waiting.length - kept).length;
      writeIn(gatherMs);
      return id;
    },
    async close() {
      await writing;
      await writeAll();
      if (timer !== null) clearTimeout(timer);
      const left = lost + waiting.length;
      if (left > 0) tell(new Error(`${left} lookups were not written to ${place}`), 'some lookups are lost');
    },
  };
}

async function writeLookups(db: Db, lookups: (NewLookup & { id: string })[]): Promise<void> {
  const rows = lookups.map(({ codes: _, question, ...row }) => ({
    ...row,
    ...(row.channel?.startsWith('D') ? directMessage : {}),
    question: writtenQuestion(question),
  }));
  const codes = lookups.flatMap(({ id, codes: found }) => [...new Set(found)].map((code) => ({ lookup: id, code })));
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('lookups')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()) // a batch whose commit was not heard of is written again
      .execute();
    if (codes.length === 0) return;
    await transaction
      .insertInto('lookup_codes')
      .values(codes)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Redacted before it is cut, so that no half of a secret is taken for a word. */
function writtenQuestion(question: string): string {
  const redacted = redact(question);
  const text = redacted.length > longestQuestion ? `${redacted.slice(0, longestQuestion)}…` : redacted;
  return writtenText(text);
}

/** Takes up to `most` lookups from before a time away. @returns how many there were */
export async function sweepLookups(db: Db, before: number, most: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('lookups')
    .where('id', 'in', (query) => query.selectFrom('lookups').select('id').where('at', '<', before).limit(most))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
