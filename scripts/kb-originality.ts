/**
 * Is a sentence of ours copied from the archive?
 *
 *   SUBSTATUS_ARCHIVE=DIR npm run kb:originality -- DIR...
 *
 * Reports every run of eight or more words that an article in the folders has in common with one of the archive's (`kb/`,
 * all 60,335, where it was unpacked; `iis/` otherwise). Names, paths, code and error texts do not count. Exits with 1 when
 * there is a run; without the archive it says so and exits with 0.
 */
import { parseArgs } from 'node:util';
import { archive, archiveFolder } from '../test/support/archive.js';
import { checkOriginality } from './kb-originality/check-originality.js';

const { positionals } = parseArgs({ allowPositionals: true, options: {} });
const folders = positionals.length > 0 ? positionals : ['kb-data'];
const others =
  archive === null ? null : (archiveFolder('kb', 'the articles outside iis/') ?? archiveFolder('iis', 'originality'));
if (others === null) {
  process.stdout.write(`Not checked: SUBSTATUS_ARCHIVE names no archive to compare ${folders.join(', ')} with.\n`);
} else {
  const { articles, compared, runs } = await checkOriginality(folders, others);
  for (const { path, line, words, archive: id } of runs) process.stdout.write(`${path}:${line}  ${id}  ${words}\n`);
  process.stdout.write(
    `Articles: ${articles}, compared with ${compared} of the archive. Shared runs: ${runs.length}\n`,
  );
  process.exitCode = runs.length > 0 ? 1 : 0;
}
