import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The real archive, which tests and benchmarks read through the setting SUBSTATUS_ARCHIVE (a folder that holds
 * `iis/`, `iis-txt/` and, where it was unpacked, `kb/`). Without it they say so and go on over our own fixtures.
 */
export const archive = process.env.SUBSTATUS_ARCHIVE ?? null;

/** A folder of the archive (`iis`, `iis-txt`, `kb`), or null with a line on stderr that says what goes untested. */
export function archiveFolder(name: 'iis' | 'iis-txt' | 'kb', untested: string): string | null {
  if (archive !== null && existsSync(join(archive, name))) return join(archive, name);
  process.stderr.write(`SUBSTATUS_ARCHIVE has no ${name}/: not tested: ${untested}\n`);
  return null;
}
