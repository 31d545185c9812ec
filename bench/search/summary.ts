import { cpus, loadavg } from 'node:os';
import { groupQuality, percentile, type Quality } from '../quality.js';
import type { EvalQuestion } from '../question-sets.js';
import type { EngineMeasurement } from './measurement.js';
import { type SpeedKind, speedKind, speedKinds } from './questions.js';

export interface Times {
  questions: number;
  p50: number;
  p99: number;
}

export interface EngineSummary {
  name: string;
  title: string;
  settings: string;
  /** How many questions it was asked: fewer than there are means a sample. */
  asked: number;
  readMs: number;
  indexMs: number;
  /** Reading, parsing and indexing: as one where the engine has it, else the sum. */
  fromFilesMs: number;
  indexMegabytes: number;
  fileMegabytes: number | null;
  readFileMs: number | null;
  loadMs: number | null;
  firstAnswerMs: number | null;
  /** Of the whole process, after loading. */
  loadedMegabytes: number | null;
  /** Milliseconds by kind of question. */
  times: Record<SpeedKind, Times>;
  quality: Record<string, Quality>;
  /** Its median time as a multiple of ours, over the questions that both were asked; null without ours. */
  timesOurs: Record<SpeedKind | 'all', number | null>;
}

export interface Summary {
  corpus: string;
  articles: number;
  questions: number;
  node: string;
  processors: number;
  /** Processes that wanted a processor over the last 15 minutes: over `processors`, times are too long. */
  load: number;
  engines: EngineSummary[];
}

/** @throws Error when an engine had other articles than were asked about */
export function summarise(
  corpus: string,
  articles: number,
  questions: readonly EvalQuestion[],
  measurements: readonly EngineMeasurement[],
): Summary {
  const other = measurements.find((one) => one.articles !== articles);
  if (other !== undefined) {
    throw new Error(`${other.title} read ${other.articles} of ${articles} articles: the folder changed, run it again`);
  }
  const ours = measurements.find(({ name }) => name === 'ours') ?? null;
  const engines = measurements.map((one) => summariseEngine(one, ours, questions));
  return {
    corpus,
    articles,
    questions: questions.length,
    node: process.version,
    processors: cpus().length,
    load: loadavg()[2] ?? 0,
    engines,
  };
}

function summariseEngine(
  one: EngineMeasurement,
  ours: EngineMeasurement | null,
  questions: readonly EvalQuestion[],
): EngineSummary {
  const kindOf = (place: number): SpeedKind | null =>
    questions[place] === undefined ? null : speedKind(questions[place]);
  const times = speedKinds.map((kind) => [
    kind,
    timesOf(one.answers.filter(({ question }) => kindOf(question) === kind)),
  ]);
  const ratios = [...speedKinds, 'all'].map((kind) => {
    const isOfKind = (place: number): boolean => kind === 'all' || kindOf(place) === kind;
    return [kind, ours === null ? null : medianRatio(one, ours, isOfKind)];
  });
  const runs = one.answers.flatMap(({ question: place, rank }) => {
    const question = questions[place];
    return question === undefined ? [] : [{ question, rank }];
  });
  return {
    name: one.name,
    title: one.title,
    settings: one.settings,
    asked: one.answers.length,
    readMs: one.readMs,
    indexMs: one.indexMs,
    fromFilesMs: one.buildFile?.buildFileMs ?? one.readMs + one.indexMs,
    indexMegabytes: one.indexMegabytes,
    fileMegabytes: one.fileBytes === null ? null : one.fileBytes / 1e6,
    readFileMs: one.readFileMs,
    loadMs: one.load?.loadMs ?? null,
    firstAnswerMs: one.load?.firstAnswerMs ?? null,
    loadedMegabytes: one.load?.residentMegabytes ?? null,
    times: Object.fromEntries(times) as Record<SpeedKind, Times>,
    quality: groupQuality(runs),
    timesOurs: Object.fromEntries(ratios) as EngineSummary['timesOurs'],
  };
}

function timesOf(answers: EngineMeasurement['answers']): Times {
  const all = answers.map(({ milliseconds }) => milliseconds);
  return { questions: all.length, p50: percentile(all, 50), p99: percentile(all, 99) };
}

/** Over the questions that both were asked; null when there are none. */
function medianRatio(
  one: EngineMeasurement,
  ours: EngineMeasurement,
  isOfKind: (place: number) => boolean,
): number | null {
  const its = one.answers.filter(({ question }) => isOfKind(question));
  const asked = new Set(its.map(({ question }) => question));
  const both = ours.answers.filter(({ question }) => asked.has(question));
  const ourMedian = timesOf(both).p50;
  return ourMedian === 0 ? null : timesOf(its).p50 / ourMedian;
}
