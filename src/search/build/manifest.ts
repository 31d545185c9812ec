import type { StringTable } from '../string-table.js';
import { allStrings, packStrings } from '../string-table.js';

/** A file that an index was made from. */
export interface IndexedFile {
  path: string;
  /** Bytes. */
  size: number;
  /** Time of the last change in milliseconds since 1970. */
  modified: number;
  /** Number of its article, or -1 when none could be read. */
  article: number;
}

/** The folders that an index was made from, in the order given, each with its files by path. */
export type Sources = { folder: string; files: IndexedFile[] }[];

/** Sources as columns, for a snapshot. */
export interface Manifest {
  folders: StringTable;
  /** Where each folder's files end. */
  ends: Uint32Array;
  paths: StringTable;
  sizes: Float64Array;
  modified: Float64Array;
  articles: Int32Array;
}

export function packSources(sources: Sources): Manifest {
  const files = sources.flatMap((source) => source.files);
  let end = 0;
  return {
    folders: packStrings(sources.map(({ folder }) => folder)),
    ends: Uint32Array.from(sources, (source) => (end += source.files.length)),
    paths: packStrings(files.map(({ path }) => path)),
    sizes: Float64Array.from(files, ({ size }) => size),
    modified: Float64Array.from(files, ({ modified }) => modified),
    articles: Int32Array.from(files, ({ article }) => article),
  };
}

export function unpackSources(manifest: Manifest): Sources {
  const files = allStrings(manifest.paths).map((path, number) => ({
    path,
    size: manifest.sizes[number] ?? 0,
    modified: manifest.modified[number] ?? 0,
    article: manifest.articles[number] ?? -1,
  }));
  let start = 0;
  return allStrings(manifest.folders).map((folder, number) => {
    const end = manifest.ends[number] ?? start;
    const own = files.slice(start, end);
    start = end;
    return { folder, files: own };
  });
}
