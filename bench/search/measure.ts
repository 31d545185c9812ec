/**
 * The process that measures one engine, so that its memory is its own. `main.ts` starts it:
 *
 *   measure.ts build ENGINE QUESTIONS_FILE INDEX_FILE FOLDER
 *   measure.ts load ENGINE QUESTIONS_FILE INDEX_FILE
 *
 * Prints a measurement as one line of JSON.
 */
import { readFileSync, statSync } from 'node:fs';
import { readFolders } from '../../src/article/read-folders.js';
import { rankOf } from '../quality.js';
import type { EvalQuestion } from '../question-sets.js';
import type { Searcher } from './engine.js';
import { engineName, engines } from './engines/all.js';
import type { BuildMeasurement, LoadMeasurement } from './measurement.js';
import { sampleOfEachKind } from './questions.js';

const limit = 10;
/** Questions of each kind that are asked before the clock counts, so that the code is compiled. */
const warmUp = 50;

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
  const sample = sampleOfEachKind(questions, engine.mostQuestions?.(articles.length) ?? Number.POSITIVE_INFINITY);
  for (const { query } of sampleOfEachKind(sample, warmUp)) searcher.search(query, limit);
  const answers = sample.map((question) => ({ question: questions.indexOf(question), ...ask(searcher, question) }));
  await searcher.save?.(file);
  return {
    title: engine.title,
    settings: engine.settings,
    readMs: read - started,
    indexMs: built - building,
    indexMegabytes: after - before,
    residentMegabytes: after,
    fileBytes: searcher.save === undefined ? null : statSync(file).size,
    answers,
  };
}

function ask(searcher: Searcher, question: EvalQuestion): { milliseconds: number; rank: number | null } {
  const start = performance.now();
  const ids = searcher.search(question.query, limit);
  const milliseconds = performance.now() - start;
  return { milliseconds, rank: rankOf(question, ids) };
}

/** Null when the engine has no file form. */
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
const questions = JSON.parse(readFileSync(questionsFile, 'utf8')) as EvalQuestion[];
const measured = task === 'build' ? await build(name, questions, file, folder) : await load(name, questions, file);
process.stdout.write(`${JSON.stringify(measured)}\n`);
