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
