/** Where the store is: one file of SQLite, or a PostgreSQL server. */
export type StorePlace = { path: string } | { url: string };

/** A key to be claimed, and for how many milliseconds. */
export interface Claim {
  key: string;
  milliseconds: number;
}

/** Deliveries that somebody has taken on, known to every process that shares the store. */
export interface DeliveryClaims {
  /**
   * True for the first who claims a key, durably; false for everybody else until it expires.
   * @param milliseconds how long the key stays taken
   * @param work for a request that is not finished with its claim: then the key is free again when the process that took it on
   * ended before it had finished
   * @throws StoreError when the store cannot be asked
   */
  claim(key: string, milliseconds: number, work?: Work): Promise<boolean>;
  /**
   * As `claim`, for what is not sent again: known to every process at once, and after this one has ended, but on the disk only
   * a moment later, so that nobody waits for it. @throws StoreError
   */
  claimSoon(key: string, milliseconds: number, work?: Work): Promise<boolean>;
  /** Claims several keys, all or none: true when every one of them was free. @throws StoreError */
  claimAll(claims: readonly Claim[]): Promise<boolean>;
  /** Keeps a claimed key taken for so long from now on. @throws StoreError */
  keep(key: string, milliseconds: number): Promise<void>;
}

/** A request that takes a while, and may be interrupted. */
export interface Work {
  /** The process that is at it, by a name of its own. */
  by: string;
  /** For whoever takes it over: whose it is, as JSON. Erased when it is finished. */
  about: string;
}

/** A request that nobody is at. */
export interface Unfinished {
  key: string;
  about: string;
}

/** Requests that were taken on and are not finished, over all processes that share the store. All of it may throw a StoreError. */
export interface UnfinishedWork {
  /** Says that a process is there for so long from now on; without that, what it takes on counts as left behind. */
  alive(worker: string, milliseconds: number): Promise<void>;
  /** They are done, and stay claimed. */
  finish(keys: readonly string[]): Promise<void>;
  /** Nobody is at them any more: whoever takes over next has them. */
  giveUp(keys: readonly string[]): Promise<void>;
  /** Nobody is at them, and who waits knows: nobody takes them over, but another delivery is answered. */
  told(keys: readonly string[]): Promise<void>;
  /** As if it never had been claimed. */
  release(key: string): Promise<void>;
  /**
   * Takes over what is left behind, the oldest first; of each, one process only.
   * @param among those claimed at or after `since`, and, unless they were given up, before `before`: in milliseconds since 1970
   */
  takeOver(worker: string, among: { since: number; before: number; most: number }): Promise<Unfinished[]>;
}

/** How a question reached the bot; `code`: nobody asked, a message held an exact code. */
export type Surface = 'command' | 'mention' | 'direct' | 'shortcut' | 'search' | 'code';

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
  /** How many are not written yet. */
  readonly waiting: number;
}

/** What somebody of a team has written about an article. */
export interface Note {
  /** Chosen by who saves it, so that saving again after no answer came makes no second note. */
  id: string;
  /** Id of the workspace: no other sees the note. */
  team: string;
  /** Id of the article that it is about. */
  article: string;
  /** Slack's id of the person, and their name when they wrote it. */
  author: string;
  authorName: string;
  text: string;
  /** The message that it came from; its permalink is null where the bot could not learn it. */
  message: { channel: string; ts: string; permalink: string | null } | null;
  /** In milliseconds since 1970. */
  created: number;
  /** Who changed the text last, and when; null for a note as it was written. */
  edited: { by: string; at: number } | null;
}

/** The notes of every team. All of it is on the disk when the promise resolves; all of it may throw a StoreError. */
export interface Notes {
  /** Writes a new note; of one that is there already the text and the article, when it has the same team and author. */
  save(note: Note): Promise<void>;
  /** Changes the text. @returns false when the team has no such note (any more) */
  edit(team: string, id: string, edit: { text: string; by: string; at: number }): Promise<boolean>;
  /** Takes a note away for good. @returns false when the team has no such note (any more) */
  delete(team: string, id: string): Promise<boolean>;
  find(team: string, id: string): Promise<Note | null>;
  /** The newest notes of a team, newest first. */
  newest(team: string, most: number): Promise<Note[]>;
  /** Every team that has a note. */
  teams(): Promise<string[]>;
  /**
   * Calls the listener with each team whose notes have changed, also by way of another process; with null when it may
   * be any. @returns what ends that
   */
  onChange(listener: (team: string | null) => void): () => void;
}

/** Where the bot was installed. What an installation holds is the caller's; it is kept as JSON, encrypted. */
export interface Installations {
  /**
   * Writes an installation, in the place of the one before; it is durable when this resolves.
   * @param team id of the workspace, or of the organisation when it is installed in all of it
   * @throws StoreError without a key, or when the store cannot be asked
   */
  save(team: string, installation: object): Promise<void>;
  /** Null when there is none. @throws StoreError, with code `store-key` when no key of ours opens it */
  find(team: string): Promise<unknown>;
  /** Takes an installation away; says whether there was one. @throws StoreError */
  remove(team: string): Promise<boolean>;
  /** How many there are, and those that no key of ours opens. @throws StoreError */
  overview(): Promise<{ installed: number; locked: string[] }>;
}

export type Verdict = 'fixed' | 'not-helped';

/** What one person says of one answer: of an article, for a question, in one conversation or thread of it. */
export interface Vote {
  /** Id of the workspace: no other one sees the vote. */
  team: string;
  /** Id of the article. */
  article: string;
  /** Where the answer is, and the question; only a fingerprint of them is written down. Null where there is none. */
  answer: { channel: string | null; thread: string | null; question: string };
  /** Slack's id of the person. */
  person: string;
  verdict: Verdict;
  /** In milliseconds since 1970. */
  at: number;
}

/** What the people of one team say of an article. */
export interface Tally {
  /** How many votes say that it fixed it: one for each answer and person. */
  times: number;
  /** How many different people these are. */
  people: number;
  /** How many people it did not help, and never fixed it for. */
  notHelped: number;
  /** When it fixed it last, in milliseconds since 1970, and for whom; null when it never did. */
  last: { at: number; person: string } | null;
  /** The people whom it fixed it for less those whom it did not help, each worth half after a year. */
  voices: number;
}

/** What people say of answers, counted for each article. */
export interface Feedback {
  /**
   * Keeps a vote, durably, in the place of the one that this person gave this answer before, if any.
   * @returns what they said before, or null
   * @throws StoreError when it cannot be kept
   */
  vote(vote: Vote): Promise<Verdict | null>;
  /** From memory, so that no answer waits; null when nobody has voted. Votes by way of other processes come in seconds later. */
  tally(team: string, article: string): Tally | null;
  /** Reads what others have written since the last time; whoever hears of that may call it. Never throws. */
  refresh(): Promise<void>;
}

/** From a time on, and up to before another one, in milliseconds since 1970. */
export interface Span {
  since: number;
  until: number;
}

/** How often a code was looked up. */
export interface CodeCount {
  code: string;
  lookups: number;
}

/** A question without an answer, with addresses and names taken out. */
export interface UnansweredQuestion {
  /** As it was worded last. */
  question: string;
  /** The codes in it, in order; questions with the same codes are one. */
  codes: string[];
  /** How often it was asked. */
  lookups: number;
  /** In how many threads, or on how many days of a conversation. */
  occasions: number;
  /** When it was asked last, in milliseconds since 1970. */
  last: number;
}

/** What was asked in a workspace, for the people of that workspace. */
export interface Insights {
  /**
   * How much was asked, the codes looked up most, and the questions without an answer that were asked in channels.
   * @param most how many codes and questions at the most
   * @throws StoreError
   */
  read(
    team: string,
    span: Span,
    most: number,
  ): Promise<{ lookups: number; codes: CodeCount[]; unanswered: UnansweredQuestion[] }>;
}

/** What is asked most, and what had no answer. */
export interface Report {
  /** From and to, in milliseconds since 1970. */
  since: number;
  until: number;
  lookups: number;
  codes: CodeCount[];
  articles: { article: string; lookups: number }[];
  /** Asked most first; only the newest 10,000 lookups without an answer are read. */
  unanswered: UnansweredQuestion[];
  /** By day (UTC, `2026-11-26`), oldest first; days without lookups are left out. */
  days: { day: string; answer: number; weak: number; none: number }[];
}

/** A value that was set: anything that JSON can say, also null. */
export interface SettingValue {
  value: unknown;
}

/** Somebody has set a value. */
export interface SettingsEntry {
  /** In milliseconds since 1970. */
  at: number;
  /** Id of the person. */
  person: string;
  name: string;
  /** Null when nothing was set, or is from then on. */
  from: SettingValue | null;
  to: SettingValue | null;
}

/** What was set for a workspace, and for conversations in it. What the values mean is not known here. */
export interface SettingsDoor {
  /**
   * By name, what was set for the workspace and for the conversation.
   * @throws StoreError
   */
  read(
    team: string,
    channel: string | null,
  ): Promise<{ workspace: Record<string, unknown>; channel: Record<string, unknown> }>;
  /**
   * Sets values, or takes them away (null), and writes down who did; durable when it resolves, all or nothing.
   * @param change without a channel it is for the whole workspace
   * @returns how many values are other ones than before
   * @throws StoreError; then nothing was changed
   */
  change(change: {
    team: string;
    channel: string | null;
    person: string;
    at: number;
    values: Record<string, SettingValue | null>;
  }): Promise<number>;
  /** The value of one setting in every workspace that has set it for the whole workspace. @throws StoreError */
  everywhere(name: string): Promise<{ team: string; value: unknown }[]>;
  /** Who has set what for the workspace, or for the conversation: newest first. @throws StoreError */
  audit(team: string, channel: string | null, most: number): Promise<SettingsEntry[]>;
  /**
   * Hears of each workspace in which something was set, by whatever process; null when it is not known in which.
   * @returns what ends that
   */
  onChange(listener: (team: string | null) => void): () => void;
}

/** How fast messages may follow each other: one every so many milliseconds, and so many at once after a pause. */
export interface Pace {
  everyMs: number;
  burst: number;
}

/** The pace of each channel, shared by the processes that post there. */
export interface PostSlots {
  /**
   * Takes the next free slot of a channel, for one message.
   * @returns in how many milliseconds it comes
   * @throws StoreError
   */
  take(team: string, channel: string, pace: Pace): Promise<number>;
}

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
