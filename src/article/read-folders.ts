import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import pMap from 'p-map';
import { withoutDuplicates } from './duplicates.js';
import { findFiles, unreadable } from './find-files.js';
import { maxArticleBytes, type ParsedArticle, parseArticle, tooLarge } from './parse-article.js';
import type { Article, Diagnostic } from './types.js';

export interface ReadFolders {
  articles: Article[];
  /** By folder and file, in the order of `articles`. */
  diagnostics: Diagnostic[];
}

export interface ReadFoldersOptions {
  /** How many files are open at a time. @default 16 */
  concurrency?: number;
}

/**
 * Reads every article under some folders, recursively (`.md`, `.txt`). Where two folders hold the same id, the article
 * of the folder named first is kept. Files that cannot be read or are no articles become diagnostics; nothing throws.
 *
 * @returns the articles in the order of the folders, then of the file paths
 */
export async function readFolders(folders: string[], options: ReadFoldersOptions = {}): Promise<ReadFolders> {
  const { concurrency = 16 } = options;
  const perFolder: Article[][] = [];
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    const found = findFiles(folder);
    const parsed = await pMap(found.files, readArticle, { concurrency });
    perFolder.push(parsed.flatMap(({ article }) => (article === null ? [] : [article])));
    diagnostics.push(...found.diagnostics, ...parsed.flatMap((one) => one.diagnostics));
  }
  const kept = withoutDuplicates(perFolder);
  return { articles: kept.articles, diagnostics: [...diagnostics, ...kept.diagnostics] };
}

async function readArticle(path: string): Promise<ParsedArticle> {
  return articleIn(await readBounded(path), path);
}

/** An article with how its file was when it was read. */
export interface ReadArticle extends ParsedArticle {
  /** The file's bytes; empty when it cannot be read. */
  source: Uint8Array;
  /** Bytes; -1 when the file cannot be looked at. */
  size: number;
  /** Time of the last change in milliseconds since 1970; -1 when the file cannot be looked at. */
  modified: number;
}

/** Reads one file at once, for threads that do nothing else. A file that is no article is a diagnostic; nothing throws. */
export function readArticleSync(path: string): ReadArticle {
  const { source, size, modified } = readBoundedSync(path);
  return {
    ...articleIn(source, path),
    source: source instanceof Uint8Array ? source : new Uint8Array(),
    size,
    modified,
  };
}

/** A README that is no article gives neither an article nor a diagnostic. */
function articleIn(source: Uint8Array | Diagnostic, path: string): ParsedArticle {
  if (!(source instanceof Uint8Array)) return { article: null, diagnostics: [source] };
  const parsed = parseArticle(source, path);
  return isForPeople(path, parsed) ? { article: null, diagnostics: [] } : parsed;
}

/** A README without front matter and `Article:` line explains a folder to people. */
function isForPeople(path: string, parsed: ParsedArticle): boolean {
  return /^readme\./i.test(basename(path)) && parsed.diagnostics.some(({ rule }) => rule === 'not-an-article');
}

/** A pipe put in the place of a file since it was found is opened without waiting for somebody to write. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Why an open file is not read; null when it is a file of a size that articles have. */
function notReadable(stats: Stats, path: string): Diagnostic | null {
  if (!stats.isFile()) return unreadable(path, 'file', new Error('it is no file'));
  return stats.size > maxArticleBytes ? tooLarge(stats.size, path) : null;
}

/** The bytes of a file, or why they are not read: never more than the largest article has. */
async function readBounded(path: string): Promise<Uint8Array | Diagnostic> {
  try {
    await using file = await open(path, openFlags);
    const stats = await file.stat();
    const refused = notReadable(stats, path);
    if (refused !== null) return refused;
    const { size } = stats;
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    return unreadable(path, 'file', error);
  }
}

function readBoundedSync(path: string): { source: Uint8Array | Diagnostic; size: number; modified: number } {
  try {
    const file = openSync(path, openFlags);
    try {
      const stats = fstatSync(file);
      const { size, mtimeMs: modified } = stats;
      const refused = notReadable(stats, path);
      if (refused !== null) return { source: refused, size, modified };
      const buffer = Buffer.allocUnsafe(size);
      return { source: buffer.subarray(0, readSync(file, buffer, 0, size, 0)), size, modified };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { source: unreadable(path, 'file', error), ...lookAt(path) };
  }
}

/** How a file is that cannot be opened, so that a look at it later tells whether it has changed. */
function lookAt(path: string): { size: number; modified: number } {
  try {
    const { size, mtimeMs: modified } = statSync(path);
    return { size, modified };
  } catch {
    return { size: -1, modified: -1 };
  }
}
