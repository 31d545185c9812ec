import { readArticleSync } from '../../article/read-folders.js';
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

/** How many files are read between two words about the progress. */
const filesPerStep = 100;

/** Reads files and collects their articles, packed. @param onProgress is told how many more files are done */
export function collectFiles(paths: readonly string[], onProgress: (files: number) => void): CollectedFiles {
  const collector = new PartCollector();
  const files = {
    sizes: new Float64Array(paths.length).fill(-1),
    modified: new Float64Array(paths.length).fill(-1),
    articles: new Int32Array(paths.length).fill(-1),
  };
  const diagnostics: Diagnostic[] = [];
  let found = 0;
  for (const [place, path] of paths.entries()) {
    const { article, diagnostics: own, source, size, modified } = readArticleSync(path);
    files.sizes[place] = size;
    files.modified[place] = modified;
    diagnostics.push(...own);
    if (article !== null) {
      collector.add(article, source);
      files.articles[place] = found++;
    }
    if ((place + 1) % filesPerStep === 0) onProgress(filesPerStep);
  }
  onProgress(paths.length % filesPerStep);
  return { part: collector.finish(), files, diagnostics };
}
