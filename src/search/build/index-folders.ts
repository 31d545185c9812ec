import { stat } from 'node:fs/promises';
import pMap from 'p-map';
import { duplicate } from '../../article/duplicates.js';
import { findFiles } from '../../article/find-files.js';
import { parseArticle } from '../../article/parse-article.js';
import type { Diagnostic } from '../../article/types.js';
import { type ArticleSource, recordOf, unpackSource } from '../article-records.js';
import { type IndexData, sizeOf } from '../index-data.js';
import { stringAt } from '../string-table.js';
import type { CollectedFiles } from './collect-files.js';
import { collectInParallel } from './collect-in-parallel.js';
import { joinIndexes } from './join-indexes.js';
import type { IndexedFile, Sources } from './manifest.js';
import { mergeParts, mergePartsInParallel } from './merge-parts.js';
import type { IndexPart } from './part.js';
import { PartCollector } from './part-collector.js';

/** An index of folders, with the packed articles and what it was made from. */
export interface FolderIndex {
  data: IndexData;
  /** Packed articles, one record behind the other; see `ArticleTable.recordOffsets`. */
  records: Uint8Array;
  sources: Sources;
}

export interface IndexFoldersOptions {
  /** An earlier index: files that have not changed since are not read again. */
  previous?: FolderIndex | null;
  /** Is told how many of how many files are read. */
  onProgress?: (done: number, total: number) => void;
}

export interface IndexedFolders extends FolderIndex {
  diagnostics: Diagnostic[];
  /** How many files were read; the others are as in the earlier index. */
  read: number;
  /** Files that cannot be read as articles any more: the article of the earlier index is kept. */
  kept: string[];
}

/** When so large a share of the articles was replaced, the index is made anew: averages and term numbers have aged. */
const mostHidden = 0.1;
const statAtOnce = 32;

/**
 * Makes an index of folders, or brings an earlier one up to date. Where two folders hold the same id, the article of
 * the folder named first is found. Broken files become diagnostics; a file that broke since keeps its last good article.
 */
export async function indexFolders(
  folders: readonly string[],
  options: IndexFoldersOptions = {},
): Promise<IndexedFolders> {
  const found = await listFiles(folders);
  const updated = options.previous ? await update(options.previous, found.sources, options) : null;
  const indexed = updated ?? (await buildAnew(found.sources, options));
  const duplicates = hideDuplicates(indexed);
  return { ...indexed, diagnostics: [...found.diagnostics, ...indexed.diagnostics, ...duplicates] };
}

/** Which files are in the folders now. */
async function listFiles(folders: readonly string[]): Promise<{ sources: Sources; diagnostics: Diagnostic[] }> {
  const sources: Sources = [];
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    const found = findFiles(folder);
    sources.push({ folder, files: found.files.map((path) => ({ path, size: -1, modified: -1, article: -1 })) });
    diagnostics.push(...found.diagnostics);
  }
  return { sources, diagnostics };
}

async function buildAnew(
  sources: Sources,
  { previous = null, onProgress }: IndexFoldersOptions,
): Promise<IndexedFolders> {
  const files = sources.flatMap((source) => source.files);
  const collected = await collect(files, onProgress);
  assignArticles(files, collected, 0);
  const broken = previous === null ? [] : lastGoodSources(files, previous);
  const parts = collected.map(({ part }) => part);
  let next = parts.reduce((sum, { articleCount }) => sum + articleCount, 0);
  for (const { file } of broken) file.article = next++;
  if (broken.length > 0) parts.push(partOf(broken.map(({ source }) => source)));
  const kept = broken.map(({ file }) => file.path);
  const merged = collected.length > 1 ? await mergePartsInParallel(parts) : mergeParts(parts);
  return {
    ...merged,
    sources,
    read: files.length,
    kept,
    diagnostics: diagnosticsOf(collected),
  };
}

/** The files that cannot be read as articles now and could before, each as it was then. */
function lastGoodSources(
  files: readonly IndexedFile[],
  previous: FolderIndex,
): { file: IndexedFile; source: ArticleSource }[] {
  const before = new Map(previous.sources.flatMap((source) => source.files.map((file) => [file.path, file.article])));
  const { recordOffsets } = previous.data.articles;
  return files.flatMap((file) => {
    const known = before.get(file.path) ?? -1;
    if (file.article >= 0 || known < 0) return [];
    const { start, end, place } = recordOf(recordOffsets, known);
    return { file, source: unpackSource(previous.records.subarray(start, end), place) };
  });
}

function partOf(sources: readonly ArticleSource[]): IndexPart {
  const collector = new PartCollector();
  for (const { path, bytes } of sources) {
    const { article } = parseArticle(bytes, path);
    if (article === null) throw new Error(`${path} was an article and is none now`);
    collector.add(article, bytes);
  }
  return collector.finish();
}

/** Adds what changed to an earlier index; null when too much has, so that it is better made anew. */
async function update(
  previous: FolderIndex,
  sources: Sources,
  { onProgress }: IndexFoldersOptions,
): Promise<IndexedFolders | null> {
  const before = new Map(previous.sources.flatMap(({ files }) => files.map((file) => [file.path, file])));
  const files = sources.flatMap((source) => source.files);
  await pMap(files, lookAt, { concurrency: statAtOnce });
  const changed = files.filter(({ path, size, modified }) => {
    const known = before.get(path);
    return known === undefined || known.size !== size || known.modified !== modified;
  });
  const size = sizeOf(previous.data);
  const articleBefore = ({ path }: IndexedFile): number => before.get(path)?.article ?? -1;
  const current = files.filter((file) => articleBefore(file) >= 0).length;
  if (size - current + changed.length > mostHidden * size) return null;
  for (const file of files) file.article = articleBefore(file);
  const collected = await collect(changed, onProgress);
  const added = mergeParts(
    collected.map(({ part }) => part),
    previous.data,
  );
  const data = joinIndexes(previous.data, added.data);
  const records = Buffer.concat([previous.records, added.records]);
  const kept = assignArticles(changed, collected, size);
  return { data, records, sources, read: changed.length, kept, diagnostics: diagnosticsOf(collected) };
}

/** How a file is now. */
async function lookAt(file: IndexedFile): Promise<void> {
  const { size, mtimeMs } = await stat(file.path).catch(() => ({ size: -1, mtimeMs: -1 }));
  file.size = size;
  file.modified = mtimeMs;
}

function collect(
  files: readonly IndexedFile[],
  onProgress: IndexFoldersOptions['onProgress'],
): Promise<CollectedFiles[]> {
  let done = 0;
  return collectInParallel(
    files.map(({ path }) => path),
    (more) => {
      done += more;
      onProgress?.(done, files.length);
    },
  );
}

/** Gives files the articles read from them, numbered from `first` on. @returns the files that kept an earlier one */
function assignArticles(files: readonly IndexedFile[], collected: readonly CollectedFiles[], first: number): string[] {
  const kept: string[] = [];
  let before = first;
  let at = 0;
  for (const { files: read, part } of collected) {
    for (const [number, article] of read.articles.entries()) {
      const file = files[at++];
      if (file === undefined) continue;
      file.size = read.sizes[number] ?? -1;
      file.modified = read.modified[number] ?? -1;
      if (article >= 0) file.article = before + article;
      else if (file.article >= 0) kept.push(file.path);
    }
    before += part.articleCount;
  }
  return kept;
}

function diagnosticsOf(collected: readonly CollectedFiles[]): Diagnostic[] {
  return collected.flatMap(({ diagnostics }) => diagnostics);
}

/** Lets only the first article of each id be found, and none that is in no file any more. */
function hideDuplicates({ data, sources }: FolderIndex): Diagnostic[] {
  const first = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  data.hidden.fill(1);
  for (const { files } of sources) {
    const own = new Set<string>();
    for (const { path, article } of files) {
      if (article < 0) continue;
      const id = stringAt(data.articles.ids, article);
      const kept = first.get(id);
      if (kept === undefined) {
        first.set(id, path);
        data.hidden[article] = 0;
      } else diagnostics.push(duplicate({ id, path }, { path: kept }, own.has(id)));
      own.add(id);
    }
  }
  return diagnostics;
}
