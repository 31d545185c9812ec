/** The public face of the store: what each door offers stands in a file of its own in `doors/`. */

import type { DeliveryClaims } from './doors/deliveries.js';
import type { Feedback } from './doors/feedback.js';
import type { Insights } from './doors/insights.js';
import type { Installations } from './doors/installations.js';
import type { LookupLog } from './doors/lookups.js';
import type { Notes } from './doors/notes.js';
import type { PostSlots } from './doors/post-slots.js';
import type { SettingsDoor } from './doors/settings.js';
import type { UnfinishedWork } from './doors/unfinished.js';

export type * from './doors/deliveries.js';
export type * from './doors/feedback.js';
export type * from './doors/insights.js';
export type * from './doors/installations.js';
export type * from './doors/lookups.js';
export type * from './doors/notes.js';
export type * from './doors/post-slots.js';
export type * from './doors/settings.js';
export type * from './doors/unfinished.js';

/** Where the store is: one file of SQLite, or a PostgreSQL server. */
export type StorePlace = { path: string } | { url: string };

/** What survives a restart. */
export interface Store {
  readonly type: 'sqlite' | 'postgres';
  /** Where it is, for people: the file, or the server's address without the password. */
  readonly place: string;
  readonly deliveries: DeliveryClaims;
  readonly unfinished: UnfinishedWork;
  readonly lookups: LookupLog;
  readonly insights: Insights;
  readonly notes: Notes;
  readonly installations: Installations;
  readonly feedback: Feedback;
  readonly settings: SettingsDoor;
  /** Null where one process has the store to itself. */
  readonly postSlots: PostSlots | null;
  /**
   * Calls the listener when a person or a workspace may have been forgotten, by whatever process: what is remembered of people
   * outside of the store is to be forgotten too. @returns what ends that
   */
  onForgotten(listener: () => void): () => void;
  /** Resolves when the database answers. @throws StoreError that says why it does not */
  check(): Promise<void>;
  /** Writes what is still to be written, and closes. Never throws. */
  close(): Promise<void>;
}

/** Hears of trouble that nobody waits for; called once for each time that it begins. */
export type TroubleListener = (error: Error, what: string) => void;
