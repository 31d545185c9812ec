import type { RawHeader } from './header-fields.js';
import type { Dialect } from './scope.js';
import type { SourceLine } from './source-line.js';
import type { Diagnostic } from './types.js';

/** An article taken out of its wrapper (page or plain text): the same for every format from here on. */
export interface RawArticle {
  /** As written, entities not decoded, the id still before it; null when the source has none. */
  title: string | null;
  titleLine: number;
  header: RawHeader;
  /** Line of each header field that is there. */
  headerLines: Partial<Record<keyof RawHeader, number>>;
  codes: string[];
  sources: string[];
  /** Everything after the header. */
  body: SourceLine[];
  dialect: Dialect;
  diagnostics: Diagnostic[];
}
