import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares a text with `test/goldens/<name>`. UPDATE=1 rewrites the golden, to be reviewed before it is committed; a
 * missing one fails.
 */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`../goldens/${name}`, import.meta.url));
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path))
    throw new Error(`There is no golden test/goldens/${name}: make it with UPDATE=1, and review it.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
