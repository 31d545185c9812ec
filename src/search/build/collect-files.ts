import { statSync } from 'node:fs';
import { readArticle } from '../../article/read-folders.js';
import type { Diagnostic } from '../../article/types.js';
import type { IndexPart } from './part.js';
import { PartCollector } from './part-collector.js';

/** The articles of some files as a part of an index. */
export interface CollectedFiles {
  part: IndexPart;
  /** By file. */
  files: {
    /** Bytes; -1 when the file cannot be looked at. */
    sizes: Float64Array;
    /** Time of the last change in milliseconds since 1970. */
    modified: Float64Array;
    /** The number of the article in the part, or -1 when none could be read. */
    articles: Int32Array;
  };
  diagnostics: Diagnostic[];
}

/** Files that are open at a time. */
const atOnce = 32;

/** Reads files and collects their articles, packed. @param onProgress is told how many more files are done */
export async function collectFiles(
  paths: readonly string[],
  onProgress: (files: number) => void,
): Promise<CollectedFiles> {
  const collector = new PartCollector(true);
  const files = {
    sizes: new Float64Array(paths.length).fill(-1),
    modified: new Float64Array(paths.length).fill(-1),
    articles: new Int32Array(paths.length).fill(-1),
  };
  const diagnostics: Diagnostic[] = [];
  let found = 0;
  for (let start = 0; start < paths.length; start += atOnce) {
    for (let place = start; place < Math.min(start + atOnce, paths.length); place++) {
      const stats = statSync(paths[place] ?? '', { throwIfNoEntry: false });
      files.sizes[place] = stats?.size ?? -1;
      files.modified[place] = stats?.mtimeMs ?? -1;
    }
    const some = await Promise.all(paths.slice(start, start + atOnce).map(readArticle));
    for (const [place, { article, diagnostics: own }] of some.entries()) {
      diagnostics.push(...own);
      if (article === null) continue;
      collector.add(article);
      files.articles[start + place] = found++;
    }
    onProgress(some.length);
  }
  return { part: collector.finish(), files, diagnostics };
}
