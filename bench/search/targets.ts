import type { EngineSummary, Summary } from './summary.js';

/** A goal of ours and what this run measured; times are of this machine, in this run. */
export interface Target {
  goal: string;
  /** Null when this run did not measure it. */
  measured: number | null;
  met: boolean | null;
}

/** Goals by corpus: quality for the IIS articles, quality and cost for all. */
export function targets(summary: Summary): Target[] {
  const ours = summary.engines.find(({ name }) => name === 'ours');
  if (ours === undefined) return [];
  if (summary.corpus === 'iis') return iisTargets(ours);
  return summary.corpus === 'all' ? allTargets(ours, summary.engines) : [];
}

function iisTargets({ quality }: EngineSummary): Target[] {
  return [
    atLeast('known items, MRR@10', 0.95, quality['known-items']?.mrr10),
    atLeast('questions, MRR@10', 0.75, quality.questions?.mrr10),
    atLeast('questions/incident, MRR@10', 0.8, quality['questions/incident']?.mrr10),
    atLeast('questions/vague, MRR@10', 0.48, quality['questions/vague']?.mrr10),
    atLeast('questions/terse, MRR@10', 0.93, quality['questions/terse']?.mrr10),
  ];
}

function allTargets(ours: EngineSummary, engines: readonly EngineSummary[]): Target[] {
  const ratioTo = (name: string): number | null => engines.find((one) => one.name === name)?.timesOurs.all ?? null;
  const { loadMs, readFileMs } = ours;
  return [
    atLeast('known items, MRR@10', 0.93, ours.quality['known-items']?.mrr10),
    atMost('reading, parsing, indexing and writing, seconds', 15, ours.fromFilesMs / 1000),
    atMost('loading the snapshot, seconds', 1, loadMs === null ? null : loadMs / 1000),
    atMost('loading, times reading the file', 1.5, loadMs === null || readFileMs === null ? null : loadMs / readFileMs),
    atMost('resident after loading, MB', 350, ours.loadedMegabytes),
    atMost(
      'first answer of a fresh process, seconds',
      1.5,
      ours.firstAnswerMs === null ? null : ours.firstAnswerMs / 1000,
    ),
    atMost('code question, p99 ms', 1, ours.times.code.p99),
    atMost('word question, p50 ms', 3, ours.times.word.p50),
    atMost('word question, p99 ms', 20, ours.times.word.p99),
    atMost('pasted message, p99 ms', 40, ours.times.pasted.p99),
    atLeast('times faster than MiniSearch, at the median', 20, ratioTo('minisearch')),
    atLeast('times faster than SQLite FTS5, at the median', 1, ratioTo('sqlite-fts5')),
  ];
}

function atLeast(what: string, bound: number, measured: number | null | undefined): Target {
  return {
    goal: `${what}: at least ${bound}`,
    measured: measured ?? null,
    met: measured == null ? null : measured >= bound,
  };
}

function atMost(what: string, bound: number, measured: number | null): Target {
  return { goal: `${what}: under ${bound}`, measured, met: measured === null ? null : measured < bound };
}
