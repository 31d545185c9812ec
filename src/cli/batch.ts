import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { UsageError } from './exit.js';

const Line = z.object({ query: z.string() });

/**
 * Reads the questions of a JSONL file: one `{"query": "..."}` a line; other keys and empty lines are passed over.
 * @param file a path, or `-` for standard input
 * @throws UsageError when it cannot be read, or that names every line that is not of this form; then nothing is answered
 */
export async function readBatch(file: string): Promise<string[]> {
  const source = file === '-' ? await text(process.stdin) : await readBatchFile(file);
  const lines = source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line, place: `${file}:${index + 1}:1` }));
  const parsed = lines.filter(({ line }) => line.trim() !== '').map(({ line, place }) => parseLine(line, place));
  const problems = parsed.flatMap((result) => ('problem' in result ? [result.problem] : []));
  if (problems.length > 0)
    throw new UsageError(
      `Nothing was answered, because the batch has lines that are no question:\n${problems.join('\n')}`,
    );
  return parsed.flatMap((result) => ('query' in result ? [result.query] : []));
}

async function readBatchFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The batch cannot be read: ${reason}. Give a JSONL file, or - for standard input.`);
  }
}

function parseLine(line: string, place: string): { query: string } | { problem: string } {
  try {
    return Line.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'no string "query" in it';
    return { problem: `  ${place}  ${reason}; write {"query":"401.5"}` };
  }
}
