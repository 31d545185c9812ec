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
