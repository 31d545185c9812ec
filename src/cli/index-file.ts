import { resolve } from 'node:path';
import { createLookup } from '../lookup/lookup.js';
import type { Lookup } from '../lookup/types.js';
import { openIndex } from '../search/build-index.js';
import { readSnapshot, type Snapshot } from '../search/snapshot/read-snapshot.js';
import { type Refreshed, refreshSnapshot, sameFolders } from '../search/snapshot/refresh-snapshot.js';
import { SnapshotError } from '../search/snapshot/snapshot-error.js';
import { progressBar } from './progress.js';
import { version } from './version.js';

/** An index file, opened. */
export interface OpenedIndex {
  lookup: Lookup;
  /** The folders that it was made of. */
  folders: string[];
  /** Files that were never read as articles. */
  unreadable: string[];
  close(): void;
}

export function openIndexFile(path: string): OpenedIndex {
  const snapshot = readSnapshot(path);
  const sources = snapshot.sources();
  return {
    lookup: lookupOver(snapshot),
    folders: sources.map(({ folder }) => folder),
    unreadable: sources.flatMap(({ files }) =>
      files.filter(({ article }) => article < 0).map(({ path: file }) => file),
    ),
    close: snapshot.close,
  };
}

/**
 * Opens an index file as it is. One that cannot be used, because it is damaged, of another version or of other folders,
 * is built again and the reason is told.
 * @param folders what it is expected to be of; none means whatever it is of
 * @param fallback the folders for a file that has to be built while none are given
 * @param tell gets the reason, a sentence without its full stop
 */
export async function openOrRebuild(
  path: string,
  folders: string[],
  fallback: string[],
  tell: (reason: string) => void,
): Promise<OpenedIndex> {
  try {
    const opened = openIndexFile(path);
    if (folders.length === 0 || sameFolders(opened.folders, folders)) return opened;
    opened.close();
    tell(`${path} was made of ${opened.folders.join(', ')}`);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    tell(error.message);
  }
  await buildIndexFile(path, folders.length > 0 ? folders : fallback);
  return openIndexFile(path);
}

/** The folders of an index file; null when there is none that can be used. */
export function indexedFolders(path: string): string[] | null {
  try {
    const opened = openIndexFile(path);
    opened.close();
    return opened.folders;
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return null;
  }
}

/** Builds an index file or brings it up to date, with a bar on a terminal. */
export async function buildIndexFile(path: string, folders: string[]): Promise<Refreshed> {
  const bar = progressBar('Reading articles');
  try {
    return await refreshSnapshot(
      path,
      folders.map((folder) => resolve(folder)),
      version,
      { onProgress: bar.show },
    );
  } finally {
    bar.end();
  }
}

function lookupOver({ data, store, created }: Snapshot): Lookup {
  return createLookup(openIndex(data, store), created);
}
