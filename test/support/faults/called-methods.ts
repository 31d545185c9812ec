import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const code = resolve(import.meta.dirname, '../../../src/slack');

/** What the bot calls Slack by, read from its code: methods of the Web API, and the addresses that come with requests. */
export const calledMethods: readonly string[] = [...new Set(['response_url', ...methodsIn(code)])].toSorted();

function methodsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const calls = readFileSync(join(folder, name), 'utf8').matchAll(/\bclient\.([a-z]+\.(?:[a-z]+\.)*[a-zA-Z]+)\(/g);
    return [...calls].flatMap(([, method]) => method ?? []);
  });
}
