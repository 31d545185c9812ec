import type { Article } from '../article/types.js';
import type { FoundCode } from '../codes/types.js';
import type { Correction, Reason, SearchFilters, Suggestion } from '../search/types.js';

/** A question as it was understood. */
export interface Question {
  /** What the person wrote, decoded, trimmed, otherwise untouched. */
  raw: string;
  /** `raw` without filters: what was searched for. */
  text: string;
  codes: FoundCode[];
  filters: SearchFilters & { id?: string };
  corrections: Correction[];
}

/** An article that says the same as another one for other versions. */
export interface AlsoFor {
  id: string;
  /** As the article writes them: `4.0`. Read from the knowledge base when they are asked for. */
  readonly versions: string[];
}

/** What the people of a team say of an article. */
export interface Experience {
  /** How many answers with it fixed it for somebody, and for how many different people. */
  times: number;
  people: number;
  /** How many people it did not help, and never fixed it for. */
  notHelped: number;
  /** When it fixed it last, in milliseconds since 1970, and for whom: an id that is shown to nobody. Null when it never did. */
  last: { at: number; person: string } | null;
  /** The people whom it fixed it for less those whom it did not help, older ones for less: what counts in ranking. */
  voices: number;
}

/** An article that may answer, and why. */
export interface Match {
  /** The article's id. */
  id: string;
  title: string;
  /** Read from the knowledge base when it is asked for. */
  readonly article: Article;
  /** Articles that say the same for other versions. */
  also: AlsoFor[];
  /** Higher is better; only comparable within one answer, which is ranked by it and by experience. */
  score: number;
  /** 0 to 1: how likely this article answers the question. */
  confidence: number;
  why: Reason[];
  /** Null where nobody has said anything, or nobody was asked. */
  experience: Experience | null;
  /** Whether it passed others, because it fixed it for several people. */
  movedUp: boolean;
}

/**
 * answer: the first match is good enough to show to a channel.
 * weak: something matched, not well enough to be sure; shown only to the person who asked.
 * none: nothing matched well enough to be worth reading.
 */
export type Outcome = 'answer' | 'weak' | 'none';

export interface Answer {
  question: Question;
  outcome: Outcome;
  /** Ranked matches, best first; empty only when the outcome is none and nothing came close. */
  matches: Match[];
  /** Questions worth trying instead, when the outcome is not `answer`. */
  didYouMean: string[];
}

export type ExperienceOf = (article: string) => Experience | null;

export interface AskOptions {
  /** The number of matches at the most, 10 unless given. */
  limit?: number;
  /** Filters that hold where the question has none of its own. */
  filters?: SearchFilters;
  /** What the people of the team that asks say of an article; called for each match, so it must not wait. */
  experience?: ExperienceOf;
}

/** The use case: one knowledge base that answers questions. */
export interface Lookup {
  /** Never throws for any text. */
  ask(text: string, options?: AskOptions): Answer;
  article(id: string): Article | null;
  suggest(text: string, limit: number): Suggestion[];
  /** How many articles there are. */
  readonly size: number;
  /** When the articles were last read; null where that is not known. */
  readonly refreshed: Date | null;
}
