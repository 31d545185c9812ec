/**
 * How long does parsing take, beside just reading the same files?
 *
 *   SUBSTATUS_ARCHIVE=DIR npm run bench:parse
 *
 * Each figure is one fresh process, as at start: the best of three. Prints a table and, as the last
 * line, JSON. The files have been read once before, so the disk plays no part.
 */
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pMap from 'p-map';
import { findFiles } from '../src/article/find-files.js';
import { readFolders } from '../src/article/read-folders.js';
import { archiveFolder } from '../test/support/archive.js';

type Task = 'read' | 'parse';

interface Row {
  folder: string;
  files: number;
  readMs: number;
  parseMs: number;
  /** Reading and parsing, as a multiple of reading alone. */
  ratio: number;
  megabytes: number;
}

interface Run {
  ms: number;
  files: number;
  megabytes: number;
}

/** What a child process does: read all files as `readFolders` does, without or with parsing. */
async function run(task: Task, folder: string): Promise<Run> {
  const start = performance.now();
  const files = task === 'read' ? await readOnly(folder) : (await readFolders([folder])).articles.length;
  const ms = performance.now() - start;
  return { ms, files, megabytes: process.memoryUsage().rss / 1e6 };
}

async function readOnly(folder: string): Promise<number> {
  const { files } = await findFiles(folder);
  await pMap(
    files,
    async (path) => {
      await using file = await open(path);
      const { size } = await file.stat();
      await file.read(Buffer.allocUnsafe(size), 0, size, 0);
    },
    { concurrency: 16 },
  );
  return files.length;
}

function best(task: Task, folder: string): Run {
  const runs = [1, 2, 3].map((): Run => {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), task, folder];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  });
  return runs.reduce((one, other) => (one.ms < other.ms ? one : other));
}

function row(folder: string, path: string): Row {
  const [read, parse] = [best('read', path), best('parse', path)];
  if (read.files !== parse.files) throw new Error(`${folder}: ${read.files} files, but ${parse.files} articles`);
  return {
    folder,
    files: read.files,
    readMs: Math.round(read.ms),
    parseMs: Math.round(parse.ms),
    ratio: Number((parse.ms / read.ms).toFixed(1)),
    megabytes: Math.round(parse.megabytes),
  };
}

const [task, folder] = process.argv.slice(2);
if ((task === 'read' || task === 'parse') && folder !== undefined) console.log(JSON.stringify(await run(task, folder)));
else {
  const rows = (['iis', 'iis-txt', 'kb'] as const).flatMap((name) => {
    const path = archiveFolder(name, 'its parse time');
    return path === null ? [] : [row(name, path)];
  });
  console.table(rows);
  console.log(JSON.stringify(rows));
}
