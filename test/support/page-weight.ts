import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser loads for the page, packed as a web server would, in kB of 1,000 bytes. */
export interface PageWeight {
  script: number;
  style: number;
}

/** Weighs every script and style sheet of a built page. Throws when there is none. */
export function pageWeight(folder: string): PageWeight {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no page in ${folder}. Run npm run build:page.`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const weigh = (extension: string): number => {
    const own = files.filter((file) => file.endsWith(extension));
    return own.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1_000;
  };
  return { script: weigh('.js'), style: weigh('.css') };
}
