/** Where the store is: one file of SQLite, or a PostgreSQL server. */
export type StorePlace = { path: string } | { url: string };

/** Deliveries that somebody has taken on, known to every process that shares the store. */
export interface DeliveryClaims {
  /**
   * True for the first who claims a key, durably; false for everybody else until it expires.
   * @param milliseconds how long the key stays taken
   * @throws StoreError when the store cannot be asked
   */
  claim(key: string, milliseconds: number): Promise<boolean>;
}

/** How a question reached the bot. */
export type Surface = 'command' | 'mention' | 'direct' | 'shortcut' | 'search';

/** A question that was answered, as it is handed over. */
export interface NewLookup {
  /** When it was asked, in milliseconds since 1970. */
  at: number;
  /** Ids of the workspace, the conversation and the thread; null where there is none. */
  team: string | null;
  channel: string | null;
  thread: string | null;
  /** Time stamp of the message that asked; null for a command or a window. */
  message: string | null;
  surface: Surface;
  /** As asked; what is written down has addresses, names and secrets taken out. */
  question: string;
  /** Normal forms of the codes in it. */
  codes: string[];
  outcome: 'answer' | 'weak' | 'none';
  /** Id of the article that was shown; null when there was none. */
  article: string | null;
  /** How long looking up took. */
  milliseconds: number;
}

/** The record of what was asked. */
export interface LookupLog {
  /**
   * Takes a lookup to be written soon; never waits and never throws.
   * @returns the id by which it is known afterwards
   */
  record(lookup: NewLookup): string;
}

/** What is asked most, and what had no answer. */
export interface Report {
  /** From and to, in milliseconds since 1970. */
  since: number;
  until: number;
  lookups: number;
  codes: { code: string; lookups: number }[];
  articles: { article: string; lookups: number }[];
  /** Questions without an answer, with addresses and names taken out. */
  unanswered: { question: string; lookups: number }[];
  /** By day (UTC, `2026-11-26`), oldest first; days without lookups are left out. */
  days: { day: string; answer: number; weak: number; none: number }[];
}

/** What survives a restart. */
export interface Store {
  readonly type: 'sqlite' | 'postgres';
  /** Where it is, for people: the file, or the server's address without the password. */
  readonly place: string;
  readonly deliveries: DeliveryClaims;
  readonly lookups: LookupLog;
  /** Resolves when the database answers. @throws StoreError that says why it does not */
  check(): Promise<void>;
  /** Writes what is still to be written, and closes. Never throws. */
  close(): Promise<void>;
}

/** Hears of trouble that nobody waits for; called once for each time that it begins. */
export type TroubleListener = (error: Error, what: string) => void;
