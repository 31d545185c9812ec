import type { Article, Diagnostic } from '../types.js';

/** One thing that is wrong with an article. */
export interface Finding {
  /** 1-based line of the source. */
  line: number;
  /** What is wrong, with the value. */
  message: string;
  /** What to do about it. */
  advice: string;
  /** The words that are meant, as the source has them: the diagnostic points at their first place from `line` on. */
  quote?: string;
}

/** The knowledge base around the article that is checked. */
export interface Neighbours {
  ids: ReadonlySet<string>;
  /** Whether most articles come from the historic archive (Q ids). */
  mostlyHistoric: boolean;
}

/** A rule about the content of one article. */
export interface Rule {
  name: string;
  /** An error keeps an engineer from the answer; a warning makes the article worse than it need be. */
  severity: Diagnostic['severity'];
  check(article: Article, neighbours: Neighbours): Finding[];
}
