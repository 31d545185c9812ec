import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeCode } from '../../src/codes/describe-code.js';
import { findCodes } from '../../src/codes/find-codes.js';
import { aspErrors } from '../../src/codes/tables/asp-errors.js';
import { eventSources, events } from '../../src/codes/tables/events.js';
import { ftpReplies } from '../../src/codes/tables/ftp-replies.js';
import { hresults } from '../../src/codes/tables/hresults.js';
import { httpStatuses } from '../../src/codes/tables/http-statuses.js';
import { ntstatuses } from '../../src/codes/tables/ntstatuses.js';
import { sqlstates } from '../../src/codes/tables/sqlstates.js';
import { stopCodes } from '../../src/codes/tables/stop-codes.js';
import { win32Errors } from '../../src/codes/tables/win32-errors.js';
import { winsockErrors } from '../../src/codes/tables/winsock-errors.js';
import { archive } from '../support/archive.js';

const tables = {
  aspErrors,
  events,
  ftpReplies,
  hresults,
  httpStatuses,
  ntstatuses,
  sqlstates,
  stopCodes,
  win32Errors,
  winsockErrors,
};

describe.each(Object.entries(tables))('%s', (_, table) => {
  it('has a name and one plain sentence for each code', () => {
    for (const [code, { name, meaning }] of table) {
      expect([code, name]).toEqual([code, expect.stringMatching(/^\S.{0,100}\S$/)]);
      expect([code, meaning]).toEqual([code, expect.stringMatching(/^[A-Z0-9].{8,160}\.$/)]);
    }
  });
});

describe('the tables together', () => {
  it('have each source of an event among the ways to write it', () => {
    const sources = new Set(eventSources.values());
    for (const code of events.keys()) expect(sources).toContain(code.slice(0, code.lastIndexOf(' ')));
  });

  it('name what a code says less exactly', () => {
    expect(describeCode('http', '200.0').name).toBe('OK');
    expect(describeCode('hresult', '0x80070490').name).toBe('ERROR_NOT_FOUND');
    expect(describeCode('win32', '1245').name).toBe('ERROR_NOT_LOGGED_ON');
    expect(describeCode('event', '5002').name).toBe('Rapid-fail protection');
    expect(describeCode('event', '1000').name).toBeNull();
    expect(describeCode('http', '401.99')).toMatchObject({ name: null, meaning: null });
  });

  it('let each symbol be found', () => {
    const symbols = [...hresults, ...ntstatuses, ...win32Errors, ...stopCodes]
      .map(([, { name }]) => name)
      .filter((name) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name));
    expect(symbols.length).toBeGreaterThan(300);
    for (const symbol of symbols) expect(findCodes(`it says ${symbol} here`)).toMatchObject([{ text: symbol }]);
  });
});

/** The first column of a table of collected facts, or null with a line on stderr when it is not there. */
function collected(file: string): string[] | null {
  const path = archive === null ? null : join(archive, '..', 'facts', file);
  if (path !== null && existsSync(path))
    return readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[0] ?? '');
  process.stderr.write(`SUBSTATUS_ARCHIVE has no ../facts/${file}: not tested: that the tables have all of it\n`);
  return null;
}

describe('the collected facts', () => {
  it('have all their HTTP statuses, sub-statuses and FTP replies in the tables', () => {
    const rows = collected('iis-status.tsv');
    const missing = rows?.filter((row) => {
      const [, ftp, code] = /^(FTP )?(\d{3}(?:\.\d+)?)(?: \(.*\))?$/.exec(row) ?? [];
      return code !== undefined && !(ftp === undefined ? httpStatuses : ftpReplies).has(code);
    });
    expect(missing ?? []).toEqual([]);
  });

  it('have all their error numbers in the tables', () => {
    const rows = collected('win32-hresult.tsv');
    const codes = rows
      ?.flatMap((row) => row.split(' / '))
      .flatMap((code) => findCodes(code.startsWith('0x') ? `error ${code}` : code));
    expect(codes?.filter(({ readings: [reading] }) => reading?.name === null) ?? []).toEqual([]);
    if (rows !== null) expect(codes?.length).toBeGreaterThan(rows.length);
  });
});
