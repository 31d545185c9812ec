import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Options of a benchmark that say what is searched and what is asked. */
export interface CorpusOptions {
  corpus: string;
  archive?: string | undefined;
  sets?: string | undefined;
}

export interface Corpus {
  /** `iis`, `all`, or what `--archive` names. */
  name: string;
  folder: string;
  sets: string;
}

export const corpusOptions = {
  corpus: { type: 'string', default: 'iis' },
  archive: { type: 'string' },
  sets: { type: 'string' },
} as const;

const folders: Record<string, string> = { iis: 'iis', all: 'kb' };

/**
 * Finds the articles and the question sets.
 * @throws Error that says what is missing, and what to do
 */
export function findCorpus(options: CorpusOptions, environment: NodeJS.ProcessEnv = process.env): Corpus {
  const sets = options.sets ?? environment.SUBSTATUS_EVAL ?? null;
  if (sets === null || !existsSync(sets)) {
    throw new Error(
      `no question sets in ${sets ?? 'any folder'}: give --sets DIR or set SUBSTATUS_EVAL to a folder of *.jsonl`,
    );
  }
  return { ...findArticles(options, environment), sets };
}

function findArticles(
  { corpus, archive }: CorpusOptions,
  environment: NodeJS.ProcessEnv,
): { name: string; folder: string } {
  if (archive !== undefined) {
    if (existsSync(archive)) return { name: corpus, folder: archive };
    throw new Error(`no articles in ${archive}: --archive takes a folder of articles`);
  }
  const wanted = folders[corpus];
  if (wanted === undefined)
    throw new Error(`no corpus "${corpus}": --corpus takes ${Object.keys(folders).join(' or ')}`);
  const root = environment.SUBSTATUS_ARCHIVE;
  if (root === undefined) {
    throw new Error(`no articles: set SUBSTATUS_ARCHIVE to the folder that holds ${wanted}/, or give --archive DIR`);
  }
  const folder = join(root, wanted);
  if (existsSync(folder)) return { name: corpus, folder };
  const remedy =
    corpus === 'all'
      ? `unpack it (${join(root, 'unpack')} DIR) and give --archive DIR/kb`
      : 'set SUBSTATUS_ARCHIVE to the folder that holds it, or give --archive DIR';
  throw new Error(`no articles in ${folder}: ${remedy}`);
}
