import { createWriteStream, openSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { UsageError } from './exit.js';

type Write = (row: Record<string, unknown>) => Promise<void>;

/**
 * Writes what some work gives as JSON, one object a line.
 * @param out a new file, for this user's eyes only; null for standard output
 * @throws UsageError when the file is there already or cannot be made, and what the work throws
 */
export async function writeLines<T>(out: string | null, work: (write: Write) => Promise<T>): Promise<T> {
  if (out === null) return work((row) => print(process.stdout, row));
  const file = createWriteStream(out, { fd: newFile(out) });
  const written = finished(file);
  written.catch(() => {}); // thrown below, once
  const result = await work((row) => print(file, row)).finally(() => file.end());
  await written;
  return result;
}

function newFile(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be made (${error instanceof Error ? error.message : error}): choose another name.`,
    );
  }
}

/** Writes one line, and waits while the reader is slower than we are. */
async function print(stream: NodeJS.WritableStream, row: Record<string, unknown>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(`${JSON.stringify(row)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
