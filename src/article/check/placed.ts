import { readFile } from 'node:fs/promises';
import pMap from 'p-map';
import { decode } from '../decode.js';
import { splitLines } from '../source-line.js';
import type { Diagnostic } from '../types.js';

/** How many lines of a paragraph are looked through for the words that are meant. */
const furthest = 200;

/** How many files are open at a time. */
const atOnce = 16;

/**
 * Points each diagnostic that has a quote at the line and column of those words, for which its file is read once more.
 * Where the words are not found, it stays where it was.
 */
export async function placed(diagnostics: readonly Diagnostic[]): Promise<Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const sameFile = files.get(diagnostic.path);
    if (sameFile === undefined) files.set(diagnostic.path, [diagnostic]);
    else sameFile.push(diagnostic);
  }
  return (await pMap(files.values(), placedInFile, { concurrency: atOnce })).flat();
}

async function placedInFile(diagnostics: Diagnostic[]): Promise<Diagnostic[]> {
  const path = diagnostics.find(({ quote }) => quote !== undefined)?.path;
  if (path === undefined) return diagnostics;
  const lines = await readFile(path).then(
    (bytes) => splitLines(decode(bytes, path).text),
    () => [],
  );
  return diagnostics.map((diagnostic) => pointed(diagnostic, lines));
}

function pointed({ quote, ...diagnostic }: Diagnostic, lines: string[]): Diagnostic {
  if (quote === undefined) return diagnostic;
  const first = diagnostic.line - 1;
  const index = lines.slice(first, first + furthest).findIndex((line) => line.includes(quote));
  if (index === -1) return diagnostic;
  return { ...diagnostic, line: diagnostic.line + index, column: (lines[first + index]?.indexOf(quote) ?? 0) + 1 };
}
