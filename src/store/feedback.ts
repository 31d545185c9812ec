import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Changes } from './changes.js';
import { toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import { tallyOf, type Voice } from './tally.js';
import type { Feedback, Tally, TroubleListener, Verdict, Vote } from './types.js';

/** The votes, with the counts of them in memory. */
export interface KeptFeedback extends Feedback {
  /** Ends reading what others write. Never throws. */
  close(): Promise<void>;
}

const kind = 'feedback';
/** Other processes tell of votes at once; where that is not heard, it takes so long at the most until they count here. */
const refreshMs = 5_000;
/** Votes are read again for so long, because another machine's clock may be behind and its commit late. */
const overlapMs = 2 * 60 * 1000;
/** All are counted anew so often: they grow old, and may be taken away. */
const recountMs = 60 * 60 * 1000;
/** So many voices are counted in memory, the newest: some 40 megabytes. */
const counted = 100_000;

type Key = Pick<Vote, 'team' | 'article'>;

/** Keeps votes in the database, and the tallies of all articles in memory. */
export function keepFeedback({ db, place, ready }: Database, changes: Changes, tell: TroubleListener): KeptFeedback {
  let tallies = new Map<string, Tally>();
  /** Articles that were voted on while others were read: what was read of them may be older. */
  const voted = new Set<string>();
  let readUntil = Number.NEGATIVE_INFINITY;
  let recountAt = Number.NEGATIVE_INFINITY;
  let isTold = false;
  let reading: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  function count(into: Map<string, Tally>, article: string, voices: readonly Voice[]): void {
    const tally = tallyOf(voices, Date.now());
    if (tally === null) into.delete(article);
    else into.set(article, tally);
  }

  async function countAll(): Promise<void> {
    const recounted = new Map<string, Tally>();
    for (const [article, voices] of byArticle(await voicesOf(db, null))) count(recounted, article, voices);
    for (const article of voted) {
      const newer = tallies.get(article);
      if (newer !== undefined) recounted.set(article, newer);
    }
    tallies = recounted;
  }

  async function countVotedSince(time: number): Promise<void> {
    for (const key of await votedSince(db, time)) {
      const voices = await voicesOf(db, key);
      if (!voted.has(keyOf(key))) count(tallies, keyOf(key), voices);
    }
  }

  async function read(): Promise<void> {
    const now = Date.now();
    voted.clear();
    try {
      await ready();
      if (now < recountAt) await countVotedSince(readUntil - overlapMs);
      else {
        await countAll();
        recountAt = now + recountMs;
      }
      readUntil = now;
      isTold = false;
    } catch (error) {
      if (!isTold) tell(toStoreError(error, place), 'votes of other replicas are not counted until the store is back');
      isTold = true;
    }
  }

  /** Who asks while it is read, waits for a reading that begins afterwards; all of them for the same one. */
  const refresh = (): Promise<void> => {
    waiting ??= reading.then(() => {
      waiting = null;
      reading = read();
      return reading;
    });
    return waiting;
  };
  const timer = setInterval(refresh, refreshMs).unref();
  const endListening = changes.onChange(kind, (article) => {
    // Something may have been missed, or votes were taken away, which nothing else shows.
    if (article === null) recountAt = Number.NEGATIVE_INFINITY;
    return refresh();
  });

  return {
    async vote(vote) {
      const { before, voices } = await changes.transaction(kind, async (transaction, announce) => {
        await announce(keyOf(vote));
        return write(transaction, vote);
      });
      voted.add(keyOf(vote));
      count(tallies, keyOf(vote), voices);
      return before;
    },
    tally: (team, article) => tallies.get(keyOf({ team, article })) ?? null,
    refresh,
    async close() {
      clearInterval(timer);
      endListening();
      await waiting;
      await reading;
    },
  };
}

async function write(db: Db, { answer, ...vote }: Vote): Promise<{ before: Verdict | null; voices: Voice[] }> {
  const row = { ...vote, answer: fingerprint(answer) };
  const before = await db
    .selectFrom('feedback')
    .select('verdict')
    .where('team', '=', row.team)
    .where('article', '=', row.article)
    .where('answer', '=', row.answer)
    .where('person', '=', row.person)
    .executeTakeFirst();
  await db
    .insertInto('feedback')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['team', 'article', 'answer', 'person'])
        .doUpdateSet((excluded) => ({ verdict: excluded.ref('excluded.verdict'), at: excluded.ref('excluded.at') })),
    )
    .execute();
  return { before: verdictOf(before?.verdict), voices: await voicesOf(db, row) };
}

/** The voices about one article, or about all: the newest of them. */
function voicesOf(db: Db, about: Key | null): Promise<Voice[]> {
  let query = db
    .selectFrom('feedback')
    .select([
      'team',
      'article',
      'person',
      sql<number>`sum(case when verdict = 'fixed' then 1 else 0 end)`.as('times'),
      sql<number | null>`max(case when verdict = 'fixed' then ${sql.ref('at')} end)`.as('fixed_at'),
      (row) => row.fn.max('at').as('voted_at'),
    ])
    .groupBy(['team', 'article', 'person'])
    .orderBy('voted_at', 'desc')
    .limit(counted);
  if (about !== null) query = query.where('team', '=', about.team).where('article', '=', about.article);
  return query.execute();
}

function votedSince(db: Db, time: number): Promise<Key[]> {
  return db.selectFrom('feedback').select(['team', 'article']).distinct().where('at', '>=', time).execute();
}

function byArticle(voices: readonly Voice[]): Map<string, Voice[]> {
  const groups = new Map<string, Voice[]>();
  for (const voice of voices) {
    const group = groups.get(keyOf(voice));
    if (group === undefined) groups.set(keyOf(voice), [voice]);
    else group.push(voice);
  }
  return groups;
}

function keyOf({ team, article }: Key): string {
  return `${team} ${article}`;
}

function verdictOf(written: string | undefined): Verdict | null {
  return written === 'fixed' || written === 'not-helped' ? written : null;
}

/** Tells answers apart, and nobody what was asked: questions differ by their words, not by their case or marks. */
function fingerprint({ channel, thread, question }: Vote['answer']): string {
  const words =
    question
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}.]+/gu) ?? [];
  const parts = [channel, thread, words.map((word) => word.replace(/(?<!\.)\.+$/, '')).join(' ')];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** Takes the votes from before a time away. */
export async function sweepFeedback(db: Db, before: number): Promise<void> {
  await db.deleteFrom('feedback').where('at', '<', before).execute();
}
