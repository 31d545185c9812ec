import { articleText } from '../../src/article/article-text.js';
import type { Article } from '../../src/article/types.js';
import { codeKeys } from '../../src/codes/code-keys.js';
import { findCodes } from '../../src/codes/find-codes.js';
import type { Lookup } from '../../src/lookup/types.js';
import type { CodeQuestion, DocumentedCode } from './documented-code.js';
import { type CoverageException, exceptions, reasonFor } from './exceptions.js';

/** A question whose first article is another than the one about the code. */
export interface Miss {
  form: CodeQuestion['form'];
  text: string;
  /** The article that came first; null when there was none. */
  first: string | null;
  /** Why it is accepted; null when it is not. */
  exception: string | null;
}

/** How one code is covered. */
export interface CoverageRow {
  code: string;
  name: string;
  /** ok: its article is first for every question. exception: where it is not, that is accepted. missing: no article is about it. */
  state: 'ok' | 'exception' | 'missing' | 'not first';
  /** The article that is about it: the one that came first, else any; null when there is none. */
  article: string | null;
  misses: Miss[];
}

/** Asks for every code and looks which article comes first. */
export function coverage(
  lookup: Lookup,
  articles: readonly Article[],
  codes: readonly DocumentedCode[],
  accepted: readonly CoverageException[] = exceptions,
): CoverageRow[] {
  const known = articles.map((article) => ({
    article,
    keys: keysOf(article.codes.join('\n')),
    text: articleText(article),
  }));
  const byId = new Map(known.map((one) => [one.article.id, one]));
  return codes.map(({ code, name, declared, questions }) => {
    const wanted = declared.map(keysOf);
    const answers = questions.map(({ form, text, mention }) => {
      const first = lookup.ask(text, { limit: 1 }).matches[0]?.article.id ?? null;
      return { form, text, first, isRight: first !== null && isAbout(byId.get(first), wanted, mention) };
    });
    const about = known
      .filter((one) => isAbout(one, wanted, questions[0]?.mention ?? null))
      .map((one) => one.article.id);
    const article = answers.find(({ first }) => first !== null && about.includes(first))?.first ?? about[0] ?? null;
    const misses = answers
      .filter(({ isRight }) => !isRight)
      .map(({ form, text, first }) => ({ form, text, first, exception: reasonFor(accepted, code, text) }));
    return { code, name, state: stateOf(misses, article), article, misses };
  });
}

function stateOf(misses: readonly Miss[], article: string | null): CoverageRow['state'] {
  if (misses.length === 0) return 'ok';
  if (misses.every(({ exception }) => exception !== null)) return 'exception';
  return article === null ? 'missing' : 'not first';
}

/** The rows that fail. */
export function gaps(rows: readonly CoverageRow[]): CoverageRow[] {
  return rows.filter(({ state }) => state === 'missing' || state === 'not first');
}

interface KnownArticle {
  keys: ReadonlySet<string>;
  text: string;
}

/** The keys of the codes in a text, each as what it likeliest is. */
function keysOf(text: string): Set<string> {
  return new Set(findCodes(text).flatMap((code) => codeKeys({ ...code, readings: code.readings.slice(0, 1) })));
}

function isAbout(one: KnownArticle | undefined, wanted: readonly Set<string>[], mention: string | null): boolean {
  if (one === undefined) return false;
  const declaresAll = wanted.every((keys) => [...keys].some((key) => one.keys.has(key)));
  return declaresAll && (mention === null || mentions(one.text, mention));
}

/** Whether a text names the word, or the FTP sub-status: in a sentence about sub-statuses, or as a row of a table. */
function mentions(text: string, word: string): boolean {
  const substatus = /^FTP substatus (\d+)$/.exec(word)?.[1];
  if (substatus === undefined) return text.toLowerCase().includes(word.toLowerCase());
  const sentence = new RegExp(`sub-?status(?:es)?\\b[^.]{0,120}\\b${substatus}\\b`, 'i');
  return /\bFTP\b/.test(text) && (sentence.test(text) || new RegExp(`^\\s*${substatus} {2,}\\S`, 'm').test(text));
}
