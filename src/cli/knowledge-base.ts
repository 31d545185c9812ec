import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../article/types.js';
import { createLookup } from '../lookup/lookup.js';
import type { Lookup } from '../lookup/types.js';
import { packedArticles, recordsInMemory } from '../search/article-store.js';
import { indexFolders } from '../search/build/index-folders.js';
import { openIndex } from '../search/build-index.js';
import { openOrRebuild } from './index-file.js';
import { onOneLine } from './one-line.js';

/** The articles that ship with the package. */
export function defaultKb(): string {
  return fileURLToPath(new URL('../../kb-data', import.meta.url));
}

/** The folders of a setting written as in PATH; none when there is no setting. */
export function kbFolders(setting: string | null): string[] {
  return setting === null ? [] : setting.split(delimiter).filter((folder) => folder !== '');
}

/** A folder that somebody named is not there: going on without it would hide that its articles are missing. */
export class MissingFolderError extends Error {
  readonly code = 'missing-folder';
}

/** No article could be read, so there is nothing to answer from; the message says which folders were tried. */
export class EmptyKnowledgeBaseError extends Error {
  readonly code = 'empty-knowledge-base';
}

/** What answers, and what was wrong in the files: a broken article is left out and reported, never fatal. */
export interface KnowledgeBase {
  lookup: Lookup;
  diagnostics: Diagnostic[];
}

/**
 * Reads folders of articles and makes them answerable.
 * @param folders the one named first wins where two hold the same id; none means the articles that ship
 * @throws MissingFolderError when one of them is not there, EmptyKnowledgeBaseError when there is no readable article
 */
export async function loadKnowledgeBase(folders: string[]): Promise<KnowledgeBase> {
  const tried = folders.length > 0 ? folders : [defaultKb()];
  missingFolders(tried);
  const { data, records, diagnostics } = await indexFolders(tried);
  const lookup = createLookup(openIndex(data, packedArticles(data.articles, recordsInMemory(records))), new Date());
  if (lookup.size === 0) throw nothingRead(tried, diagnostics);
  return { lookup, diagnostics };
}

/**
 * Answers from an index file when one is given, else from the folders. What is wrong with the file is told on standard
 * error, and it is built again.
 * @throws as `loadKnowledgeBase`
 */
export async function openKnowledgeBase(folders: string[], index: string | undefined): Promise<KnowledgeBase> {
  if (index === undefined) return loadKnowledgeBase(folders);
  missingFolders(folders);
  const { lookup } = await openOrRebuild(index, folders, [defaultKb()], (reason) => {
    process.stderr.write(`${reason}: building it again.\n`);
  });
  if (lookup.size === 0) throw nothingRead(folders, []);
  return { lookup, diagnostics: [] };
}

/** @throws MissingFolderError when one of the folders is not there */
export function missingFolders(folders: string[]): void {
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length === 0) return;
  throw new MissingFolderError(`No such folder: ${missing.join(', ')}. Give folders of articles with --kb DIR.`);
}

/** The error for folders without one readable article. */
export function nothingRead(folders: string[], diagnostics: Diagnostic[]): EmptyKnowledgeBaseError {
  const first = diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  const reason = first === undefined ? '' : ` First problem: ${onOneLine(`${first.path}: ${first.message}`)}.`;
  return new EmptyKnowledgeBaseError(
    `No article could be read from ${folders.join(', ')}.${reason} Give folders of articles with --kb DIR.`,
  );
}

/** How many files have errors, the first of them, and how to see the rest; null when there is none. */
export function problemSummary(diagnostics: Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return null;
  const files = new Set(errors.map(({ path }) => path)).size;
  const place = `${first.path}:${first.line}:${first.column}`;
  return `${files === 1 ? '1 file has' : `${files} files have`} errors and may be left out; \`substatus check DIR\` lists all. First: ${onOneLine(`${place} ${first.message}`)}.`;
}

/** Says on standard error which files may be left out, if any. */
export function reportProblems(diagnostics: Diagnostic[]): void {
  const summary = problemSummary(diagnostics);
  if (summary !== null) process.stderr.write(`${summary}\n`);
}
