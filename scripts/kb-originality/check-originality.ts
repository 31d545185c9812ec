import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import pMap from 'p-map';
import { decode } from '../../src/article/decode.js';
import { findFiles } from '../../src/article/find-files.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { proseStretches } from './prose.js';
import { type SharedRun, SharedRuns, type Stretch } from './shared-runs.js';

export interface Originality {
  /** Files of ours that were compared. */
  articles: number;
  /** Files of the archive that they were compared with. */
  compared: number;
  runs: SharedRun[];
}

/**
 * Compares the articles of some folders with an archive, file by file.
 * @param folders our articles @param archive a folder of articles of others
 */
export async function checkOriginality(folders: readonly string[], archive: string): Promise<Originality> {
  const own = folders.flatMap((folder) => findFiles(folder).files);
  const stretches = (await pMap(own, stretchesOf, { concurrency: 16 })).flat();
  const shared = new SharedRuns(stretches);
  const { files } = findFiles(archive);
  const compare = async (file: string) => shared.compare(await textOf(file), nameIn(archive, file));
  await pMap(files, compare, { concurrency: 16 });
  return { articles: own.length, compared: files.length, runs: shared.findings() };
}

/** `kb/140/Q140049/README.md` of the archive is called `140/Q140049`. */
function nameIn(archive: string, file: string): string {
  return relative(archive, file).replace(/(?:\/README)?\.(?:md|txt)$/, '');
}

async function stretchesOf(path: string): Promise<Stretch[]> {
  const text = await textOf(path);
  const { article } = parseArticle(text, path);
  return article === null ? [] : proseStretches(text, article).map((words) => ({ path, words }));
}

async function textOf(path: string): Promise<string> {
  return decode(await readFile(path), path).text;
}
