import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../article/types.js';
import { type FolderIndex, type IndexFoldersOptions, indexFolders } from '../build/index-folders.js';
import { readSnapshot } from './read-snapshot.js';
import { SnapshotError } from './snapshot-error.js';
import { writeSnapshot } from './write-snapshot.js';

/** A folder is away, as when a network drive is: an index without its articles would be worse than the one there is. */
export class MissingSourceError extends Error {
  readonly code = 'missing-source';

  constructor(path: string, missing: string[]) {
    super(`${path} stays as it is: no such folder: ${missing.join(', ')}`);
  }
}

/** What became of a snapshot. */
export interface Refreshed {
  /** How many articles can be found. */
  articles: number;
  /** How many files were read; the others had not changed. */
  read: number;
  /** Files that cannot be read as articles any more, and whose last good article is kept. */
  kept: string[];
  diagnostics: Diagnostic[];
  /** Why the file that was there was not used; null when it was, or when there was none. */
  refused: string | null;
}

/**
 * Makes a snapshot of folders, or brings the one in the file up to date, and replaces the file in one step.
 * @param program the version that writes
 * @throws MissingSourceError, and then the file stays as it is; the error of the file system when it cannot be written
 */
export async function refreshSnapshot(
  path: string,
  folders: readonly string[],
  program: string,
  options: Pick<IndexFoldersOptions, 'onProgress'> = {},
): Promise<Refreshed> {
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0) throw new MissingSourceError(path, missing);
  const { previous, refused } = earlier(path, folders);
  const index = await indexFolders(folders, { previous, ...options });
  await writeSnapshot(path, index, program);
  const articles = index.data.hidden.reduce((visible, hidden) => visible + (hidden === 0 ? 1 : 0), 0);
  return { articles, read: index.read, kept: index.kept, diagnostics: index.diagnostics, refused };
}

/** The index in the file when it is one of the same folders. */
function earlier(path: string, folders: readonly string[]): { previous: FolderIndex | null; refused: string | null } {
  try {
    const snapshot = readSnapshot(path);
    const sources = snapshot.sources();
    const same = sameFolders(
      sources.map(({ folder }) => folder),
      folders,
    );
    const previous = same ? { data: snapshot.data, records: snapshot.records(), sources } : null;
    snapshot.close();
    return { previous, refused: same ? null : `${path} was made of other folders` };
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return { previous: null, refused: error.code === 'missing' ? null : error.message };
  }
}

/** Whether two lists name the same folders in the same order, however they are written. */
export function sameFolders(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((folder, place) => resolve(folder) === resolve(b[place] ?? ''));
}
