import { statSync } from 'node:fs';
import { findFiles } from '../../article/find-files.js';
import type { Sources } from './manifest.js';

/** Whether a file was changed, added or removed since an index was made of some folders. */
export function haveChanged(sources: Sources): boolean {
  return sources.some(({ folder, files }) => {
    const now = findFiles(folder).files;
    return now.length !== files.length || files.some((file, place) => file.path !== now[place] || isChanged(file));
  });
}

function isChanged({ path, size, modified }: Sources[number]['files'][number]): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.size !== size || stats.mtimeMs !== modified;
}
