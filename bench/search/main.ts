/**
 * How good and how fast is our search beside its peers? Each engine gets the same articles and questions in a fresh
 * process, all of them in one run.
 *
 *   npm run bench:search -- --corpus iis|all [--archive DIR] [--sets DIR] [--engines a,b] [--json FILE] [--svg FILE]
 *
 * The articles are SUBSTATUS_ARCHIVE's `iis` or `kb`, or what --archive names; the question sets are SUBSTATUS_EVAL or
 * --sets. It runs compiled, as the bot does. Prints tables; the ratios between engines hold on any machine, the times on this one, now.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { EvalQuestion } from '../question-sets.js';
import { type Corpus, corpusOptions, findCorpus } from './corpus.js';
import { type EngineName, engineName, engineNames } from './engines/all.js';
import type { BuildMeasurement, EngineMeasurement, FileMeasurement, LoadMeasurement } from './measurement.js';
import { plot } from './plot.js';
import { type Summary, summarise } from './summary.js';
import { tables } from './tables.js';

const { values } = parseArgs({
  options: {
    ...corpusOptions,
    engines: { type: 'string', default: engineNames.join(',') },
    json: { type: 'string' },
    svg: { type: 'string' },
  },
});

try {
  const summary = await run(findCorpus(values), values.engines.split(',').map(engineName));
  process.stdout.write(tables(summary));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
  if (values.svg !== undefined) writeFileSync(values.svg, plot(summary));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(corpus: Corpus, names: EngineName[]): Promise<Summary> {
  const work = mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    const questionsFile = join(work, 'questions.json');
    // In a process of its own: what it leaves of the articles would be collected while the first engine is measured.
    const articles = child<number>('questions', corpus.sets, questionsFile, '', corpus.folder);
    const questions = JSON.parse(readFileSync(questionsFile, 'utf8')) as EvalQuestion[];
    const measurements = names.map((name) => measure(name, questionsFile, join(work, name), corpus.folder));
    return summarise(corpus.name, articles, questions, measurements);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function measure(name: EngineName, questionsFile: string, file: string, folder: string): EngineMeasurement {
  process.stderr.write(`${name} ...\n`);
  const words = [name, questionsFile, file, folder];
  const buildFile = child<FileMeasurement | null>('file', ...words);
  const built = child<BuildMeasurement>('build', ...words);
  const fileBytes = existsSync(file) ? statSync(file).size : null;
  const readFileMs = fileBytes === null ? null : readTime(file);
  const load = fileBytes === null ? null : medianLoad(() => child<LoadMeasurement | null>('load', ...words));
  rmSync(file, { force: true });
  return { name, ...built, buildFile, fileBytes, readFileMs, load };
}

/** @throws Error when the process fails; its own message is on stderr by then */
function child<T>(...words: string[]): T {
  const measureFile = fileURLToPath(new URL('./measure.js', import.meta.url));
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', measureFile, ...words],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error(`measuring ${words[1]} (${words[0]}) failed, see above`);
  return JSON.parse(stdout);
}

/** The middle one of three loads, each in a fresh process; null when the engine cannot load. */
function medianLoad(load: () => LoadMeasurement | null): LoadMeasurement | null {
  const loads = [load(), load(), load()].filter((one) => one !== null);
  return loads.sort((a, b) => a.loadMs - b.loadMs)[1] ?? null;
}

/** Milliseconds for the bytes alone, the file being in the system's cache: the median of three. */
function readTime(file: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    readFileSync(file);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[1] ?? 0;
}
