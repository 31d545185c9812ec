import type { ColumnType, Kysely } from 'kysely';

/** Null unless it is given. */
type Defaulted<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** What the tables hold; the migrations make them. Times are milliseconds since 1970. */
export interface Tables {
  schema_versions: { version: number; name: string; applied_at: number };
  /** `taken_by` is the process that is at it, empty for nobody; null when it is finished. `about` says who is to be told. */
  deliveries: {
    key: string;
    claimed_at: number;
    expires_at: number;
    taken_by: Defaulted<string>;
    about: Defaulted<string>;
  };
  lookups: {
    id: string;
    at: number;
    team: string | null;
    channel: string | null;
    thread: string | null;
    message: string | null;
    surface: string;
    question: string;
    outcome: string;
    article: string | null;
    milliseconds: number;
  };
  lookup_codes: { lookup: string; code: string };
  notes: {
    id: string;
    team: string;
    article: string;
    author: string;
    author_name: string;
    text: string;
    channel: string | null;
    message: string | null;
    permalink: string | null;
    created_at: number;
    edited_by: string | null;
    edited_at: number | null;
  };
  installations: { team: string; key_id: string; nonce: string; ciphertext: string; saved_at: number };
  /** Since when the bot is not installed there any more. */
  departures: { team: string; at: number };
  /** A workspace that has the bot by way of its organisation, and was asked there. */
  organisation_teams: { team: string; organisation: string };
  feedback: { team: string; article: string; answer: string; person: string; verdict: string; at: number };
  /** `channel` is empty for what holds in the whole workspace; `value` is JSON. */
  settings: { team: string; channel: string; name: string; value: string };
  /** A value is JSON; null where nothing was or is set. */
  settings_audit: {
    id: string;
    at: number;
    team: string;
    channel: string;
    person: string;
    name: string;
    old_value: string | null;
    new_value: string | null;
  };
  /** `free_at` is when a channel's last taken slot is over; past what a burst allows, posts wait for it. */
  post_slots: { team: string; channel: string; free_at: number };
}

/** The tables of which the content counts, in an order in which they can be filled, with their primary keys. */
export const contentTables = [
  { name: 'deliveries', key: ['key'] },
  { name: 'lookups', key: ['id'] },
  { name: 'lookup_codes', key: ['lookup', 'code'] },
  { name: 'notes', key: ['id'] },
  { name: 'installations', key: ['team'] },
  { name: 'departures', key: ['team'] },
  { name: 'organisation_teams', key: ['team'] },
  { name: 'feedback', key: ['team', 'article', 'answer', 'person'] },
  { name: 'settings', key: ['team', 'channel', 'name'] },
  { name: 'settings_audit', key: ['id'] },
  { name: 'post_slots', key: ['team', 'channel'] },
] as const;

export type ContentTable = (typeof contentTables)[number]['name'];

export type Db = Kysely<Tables>;

/**
 * Hears a channel of notifications until the function that it returns was called.
 * @param hear gets each text, and null when some may have been missed: at each time that the connection stands
 * @param lost hears why there is no connection, once for each time that it is lost; it is tried again
 */
export type Listen = (
  channel: string,
  hear: (payload: string | null) => void,
  lost: (error: unknown) => void,
) => () => Promise<void>;

/** An open database of either kind, for the rooms of the store only. */
export interface Database {
  readonly type: 'sqlite' | 'postgres';
  readonly place: string;
  readonly db: Db;
  /**
   * The same, for single statements: what is written is there for everybody when it is done, and outlives the process, but is on
   * the disk a moment later. Only for what nobody misses when the power fails.
   */
  readonly soon: Db;
  /** Resolves when the schema is up to date; tried again while a server is away. @throws StoreError */
  readonly ready: () => Promise<void>;
  /** Hears what other processes announce; of a file only that anything may have changed. */
  readonly listen: Listen;
  close(): Promise<void>;
}
