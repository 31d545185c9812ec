import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/articles/', import.meta.url));

/** Names of the source files in test/fixtures/articles; each has a golden `<name>.json` beside it. */
export const fixtures = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));

export function fixture(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** The golden of a source file, rewritten first with UPDATE=1. A golden that is not there fails. */
export function golden(name: string, actual: unknown): unknown {
  const path = join(folder, `${basename(name, extname(name))}.json`);
  if (process.env.UPDATE === '1') writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
  if (!existsSync(path)) throw new Error(`${path} is missing: run with UPDATE=1, then read what it holds`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
