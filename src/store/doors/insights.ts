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
