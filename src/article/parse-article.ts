import { decodeHTML } from 'entities';
import { parseBody } from './body.js';
import { decode } from './decode.js';
import { headerDate, headerLists } from './header-fields.js';
import { isPage, readPage } from './page.js';
import { isPlainText, readPlainText } from './plain-text.js';
import type { RawArticle } from './raw-article.js';
import { splitLines } from './source-line.js';
import type { Article, Diagnostic } from './types.js';

export interface ParsedArticle {
  /** Null when the file cannot be an article; then a diagnostic is an error that says why. */
  article: Article | null;
  diagnostics: Diagnostic[];
}

/** The largest file that is read, in bytes: the longest of the archive's 60,335 articles has 178 kB. */
export const maxArticleBytes = 1_000_000;

/**
 * Parses one source file, a page (with front matter; the archive's or our own) or an original plain text.
 *
 * @param source the file's bytes, or its text when it is already decoded
 * @param path the name of the file, for `Article.path` and the diagnostics
 * @returns the article and what is wrong with its source; never throws, whatever the content
 */
export function parseArticle(source: string | Uint8Array, path: string): ParsedArticle {
  if (source.length > maxArticleBytes) return { article: null, diagnostics: [tooLarge(source.length, path)] };
  const { text, diagnostics } = typeof source === 'string' ? { text: source, diagnostics: [] } : decode(source, path);
  const lines = splitLines(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const raw = readRaw(lines, path);
  if (raw === null) return { article: null, diagnostics: [notAnArticle(path)] };
  const { article, remarks } = build(raw, path);
  return { article, diagnostics: [...diagnostics, ...raw.diagnostics, ...remarks] };
}

/** A file over the limit is not read: its diagnostic. `size` is in bytes. */
export function tooLarge(size: number, path: string): Diagnostic {
  const message = `the file has ${size} bytes, more than the ${maxArticleBytes} that are read`;
  return problem('too-large', path, 1, message, 'split the article, or move logs and dumps out of it');
}

function readRaw(lines: string[], path: string): RawArticle | null {
  if (isPlainText(lines)) return readPlainText(lines);
  return isPage(lines) ? readPage(lines, path) : null;
}

function build(raw: RawArticle, path: string): { article: Article | null; remarks: Diagnostic[] } {
  const fullTitle = decodeHTML(raw.title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const titled = /^([A-Za-z]\d+)\s*:\s*/.exec(fullTitle);
  const written = raw.header.id ?? titled?.[1] ?? '';
  const id = written.toUpperCase();
  if (!/^[A-Z]\d+$/.test(id)) return { article: null, remarks: [noId(raw, written, path)] };
  const title = titled?.[1]?.toUpperCase() === id ? fullTitle.slice(titled[0].length) : fullTitle;
  const article: Article = {
    id,
    title: title === '' ? id : title,
    ...headerLists(raw.header),
    lastModified: headerDate(raw.header),
    ...parseBody(raw.body, raw.dialect),
    codes: raw.codes,
    sources: raw.sources,
    path,
  };
  return { article, remarks: [...titleRemarks(raw, titled?.[1], title, id, path), ...dateRemarks(raw, path)] };
}

function titleRemarks(
  raw: RawArticle,
  titleId: string | undefined,
  title: string,
  id: string,
  path: string,
): Diagnostic[] {
  if (title === '') {
    const advice = `write the title into the front matter: title: "${id}: what goes wrong"`;
    return [problem('no-title', path, raw.titleLine, `${id} has no title`, advice)];
  }
  if (titleId === undefined || titleId.toUpperCase() === id) return [];
  const message = `the title says ${titleId}, the header ${id}`;
  return [problem('different-ids', path, raw.titleLine, message, 'write the same id in both places')];
}

function dateRemarks(raw: RawArticle, path: string): Diagnostic[] {
  const written = raw.header.lastModified ?? '';
  if (written === '' || headerDate(raw.header) !== null) return [];
  const line = raw.headerLines.lastModified ?? 1;
  const advice = 'write it as DD-MON-YYYY, such as 27-JAN-2002';
  return [{ ...problem('bad-date', path, line, `"${written}" is no date`, advice), quote: written }];
}

function noId(raw: RawArticle, written: string, path: string): Diagnostic {
  const message = written === '' ? 'the article has no id' : `"${written}" is no article id`;
  const advice = 'write a line "Article: S40105": one letter (S for your own, Q for the archive), then digits';
  return { ...problem('no-id', path, raw.headerLines.id ?? 1, message, advice), quote: written };
}

function notAnArticle(path: string): Diagnostic {
  const message = 'the file has neither front matter nor an "Article:" or "DOCUMENT:" line';
  return problem('not-an-article', path, 1, message, 'see docs/KB-FORMAT.md, or move the file out of the folder');
}

function problem(rule: string, path: string, line: number, message: string, advice: string): Diagnostic {
  return { rule, severity: 'error', path, line, column: 1, message, advice };
}
