/**
 * Which article is first for each documented error code?
 *
 *   npm run kb:coverage [-- DIR...] [-- --json]
 *
 * The codes are those of the tables in `src/codes/`, and every error row of `facts/iis-status.tsv` beside the archive that
 * SUBSTATUS_ARCHIVE names, where it is there. Each is asked alone (`401.2`), as people write it (`HTTP 401.2`) and as a
 * log line. Exits with 1 when a code has no article, or another one comes first, and `exceptions.ts` does not say why.
 */
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import { createLookup } from '../src/lookup/lookup.js';
import { buildIndex } from '../src/search/build-index.js';
import { codesBesideArchive } from './kb-coverage/codes-beside-archive.js';
import { coverage, gaps } from './kb-coverage/coverage.js';
import { coverageText } from './kb-coverage/coverage-text.js';
import { documentedCodes, joined } from './kb-coverage/documented-codes.js';
import { exceptions } from './kb-coverage/exceptions.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const { articles } = await readFolders(positionals.length > 0 ? positionals : ['kb-data']);
const rows = coverage(createLookup(buildIndex(articles)), articles, joined(documentedCodes(), codesBesideArchive()));
const failed = gaps(rows);
process.stdout.write(
  values.json === true ? `${JSON.stringify({ rows, gaps: failed.length })}\n` : coverageText(rows, exceptions),
);
process.exitCode = failed.length > 0 ? 1 : 0;
