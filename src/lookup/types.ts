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

/** Why an article matched: something that stands in it, or a note of the team that has the question's words. */
export type MatchReason = Reason | { type: 'note'; asked: string; found: string };

/** A note of a team about an article, as cards show it. */
export interface ArticleNote {
  id: string;
  /** The article's id. */
  article: string;
  /** Slack's id of who wrote it, and their name. */
  author: string;
  authorName: string;
  text: string;
  /** The message that it came from, where there is one; its address where that is known. */
  message: { permalink: string | null } | null;
  /** In milliseconds since 1970. */
  created: number;
  edited: { by: string; at: number } | null;
}

/** An article that a note says something about, and the question's words that the note has. */
export interface NoteMatch {
  article: string;
  words: string[];
}

/** What the team that asks has noted. In memory: it is asked on the way to an answer. */
export interface TeamNotes {
  /** All notes about an article, newest first. */
  about(article: string): readonly ArticleNote[];
  /** The few articles whose notes have most of the question's words, best first. */
  matching(question: string): NoteMatch[];
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
  why: MatchReason[];
  /** The team's notes about the article, newest first; null where no notes are kept. */
  notes: readonly ArticleNote[] | null;
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
  /** The notes of the team that asks; null, or left out, where none are kept. */
  notes?: TeamNotes | null;
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
