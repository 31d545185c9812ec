import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const Line = z.object({
  query: z.string(),
  /** The article that answers; absent when none does. */
  id: z.string().optional(),
  kind: z.string().optional(),
  /** Others that answer as well. */
  also: z.array(z.string()).optional(),
});

/** A question with its right answers. */
export interface EvalQuestion {
  /** Name of the file without its ending. */
  set: string;
  kind: string;
  query: string;
  /** Ids of the articles that answer; empty when none does. */
  right: string[];
}

/** Reads every `*.jsonl` of a folder, in order of name. @throws ZodError for a line of another form */
export async function readQuestionSets(folder: string): Promise<EvalQuestion[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort();
  const sets = await Promise.all(files.map((file) => readQuestionSet(join(folder, file))));
  return sets.flat();
}

/** Reads one file of questions. @throws ZodError for a line of another form */
export async function readQuestionSet(file: string): Promise<EvalQuestion[]> {
  const set = basename(file, '.jsonl');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { query, id, kind, also } = Line.parse(JSON.parse(line));
    return { set, kind: kind ?? set, query, right: id === undefined ? [] : [id, ...(also ?? [])] };
  });
}
