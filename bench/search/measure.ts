/**
 * The process that measures one engine, so that its memory is its own. `main.ts` starts it:
 *
 *   measure.ts TASK ENGINE QUESTIONS_FILE INDEX_FILE FOLDER
 *
 * Tasks in their order: `questions` writes the questions' file (ENGINE is the folder of the sets then) and prints how many
 * articles there are, `file` makes the index file straight from the folder, `build` builds in memory and asks, `load`
 * opens the file. Prints a measurement as one line of JSON, null when the engine cannot do it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFolders } from '../../src/article/read-folders.js';
import { percentile, rankOf } from '../quality.js';
import { type EvalQuestion, readQuestionSets } from '../question-sets.js';
import type { Searcher } from './engine.js';
import { engineName, engines } from './engines/all.js';
import type { BuildMeasurement, FileMeasurement, LoadMeasurement } from './measurement.js';
import { benchQuestions, type SpeedKind, sampleOfEachKind } from './questions.js';

const limit = 10;
/** Questions of each kind that are asked before the clock counts, so that the code is compiled. */
const warmUp = 50;
/** Each question is asked so often, in rounds, and its median time counts: another process may take the processor. */
const rounds = 3;
/** What takes so long is asked once: a moment without the processor does not show in it. */
const longMs = 100;

async function makeQuestions(sets: string, questionsFile: string, folder: string): Promise<number> {
  const { articles } = await readFolders([folder]);
  writeFileSync(questionsFile, JSON.stringify(benchQuestions(articles, await readQuestionSets(sets))));
  return articles.length;
}

async function build(name: string, questions: EvalQuestion[], file: string, folder: string): Promise<BuildMeasurement> {
  const engine = await engines[engineName(name)]();
  const started = performance.now();
  const { articles } = await readFolders([folder]);
  const read = performance.now();
  const before = residentMegabytes();
  const building = performance.now();
  const searcher = await engine.build(articles);
  const built = performance.now();
  const after = residentMegabytes();
  const most = (kind: SpeedKind): number => engine.mostQuestions?.(kind, articles.length) ?? Number.POSITIVE_INFINITY;
  const fromFile = existsSync(file) ? await engine.load?.(file) : undefined;
  const answers = askAll(fromFile ?? searcher, questions, most);
  await searcher.save?.(file);
  return {
    title: engine.title,
    settings: engine.settings,
    articles: articles.length,
    readMs: read - started,
    indexMs: built - building,
    indexMegabytes: after - before,
    residentMegabytes: after,
    answers,
  };
}

function askAll(
  searcher: Searcher,
  questions: readonly EvalQuestion[],
  most: (kind: SpeedKind) => number,
): BuildMeasurement['answers'] {
  const sample = sampleOfEachKind(questions, most);
  const few = sampleOfEachKind(sample, (kind) => Math.min(warmUp, most(kind) / 5));
  for (const { query } of few) searcher.search(query, limit);
  const answers = sample.map((question) => ({ question, times: [] as number[], ...ask(searcher, question) }));
  for (const one of answers) one.times.push(one.milliseconds);
  for (let round = 1; round < rounds; round++) {
    for (const { question, times, milliseconds } of answers) {
      if (milliseconds < longMs) times.push(ask(searcher, question).milliseconds);
    }
  }
  return answers.map(({ question, times, rank }) => ({
    question: questions.indexOf(question),
    milliseconds: percentile(times, 50),
    rank,
  }));
}

function ask(searcher: Searcher, question: EvalQuestion): { milliseconds: number; rank: number | null } {
  const start = performance.now();
  const ids = searcher.search(question.query, limit);
  const milliseconds = performance.now() - start;
  return { milliseconds, rank: rankOf(question, ids) };
}

async function buildFile(name: string, file: string, folder: string): Promise<FileMeasurement | null> {
  const engine = await engines[engineName(name)]();
  if (engine.buildFile === undefined) return null;
  const started = performance.now();
  await engine.buildFile(folder, file);
  return { buildFileMs: performance.now() - started, residentMegabytes: process.resourceUsage().maxRSS / 1e3 };
}

async function load(name: string, questions: EvalQuestion[], file: string): Promise<LoadMeasurement | null> {
  const engine = await engines[engineName(name)]();
  if (engine.load === undefined) return null;
  const started = performance.now();
  const searcher = await engine.load(file);
  const loaded = performance.now();
  searcher.search(questions[0]?.query ?? '', limit);
  const firstAnswerMs = performance.now(); // the clock starts with the process
  return { loadMs: loaded - started, firstAnswerMs, residentMegabytes: residentMegabytes() };
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

const [task, name = '', questionsFile = '', file = '', folder = ''] = process.argv.slice(2);
const questions = task === 'questions' ? [] : (JSON.parse(readFileSync(questionsFile, 'utf8')) as EvalQuestion[]);
const tasks: Record<string, () => Promise<unknown>> = {
  questions: () => makeQuestions(name, questionsFile, folder),
  file: () => buildFile(name, file, folder),
  build: () => build(name, questions, file, folder),
  load: () => load(name, questions, file),
};
process.stdout.write(`${JSON.stringify((await tasks[task ?? '']?.()) ?? null)}\n`);
