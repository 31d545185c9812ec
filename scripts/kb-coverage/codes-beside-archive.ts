import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive } from '../../test/support/archive.js';
import type { DocumentedCode } from './documented-code.js';
import { codesOfTable } from './documented-codes.js';

/** The error rows of the table that lies beside the archive; none, with a line on stderr, where it is not there. */
export function codesBesideArchive(): DocumentedCode[] {
  const table = archive === null ? null : join(archive, '../facts/iis-status.tsv');
  if (table !== null && existsSync(table)) return codesOfTable(readFileSync(table, 'utf8'));
  process.stderr.write(
    'SUBSTATUS_ARCHIVE has no ../facts/iis-status.tsv: only the codes of our own tables are asked\n',
  );
  return [];
}
