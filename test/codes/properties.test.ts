import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFamily } from '../../src/codes/code-family.js';
import { codeKeys } from '../../src/codes/code-keys.js';
import { findCodes } from '../../src/codes/find-codes.js';
import { hresults } from '../../src/codes/tables/hresults.js';
import { httpSubstatuses } from '../../src/codes/tables/http-substatuses.js';
import { ntstatuses } from '../../src/codes/tables/ntstatuses.js';
import { codeKinds } from '../../src/codes/types.js';
import { found } from './found.js';

const normalForm = {
  http: /^[1-5]\d\d(?:\.\d{1,3})?$/,
  hresult: /^0x[08][\dA-F]{7}$/,
  ntstatus: /^0x[8C-F][\dA-F]{7}$/,
  win32: /^[1-9]\d{0,4}$/,
  winsock: /^1[01]\d{3}$/,
  asp: /^ASP 0\d{3}$/,
  sqlstate: /^[\dA-Z]{5}$/,
  event: /^(?:.+ )?[1-9]\d{0,4}$/,
  stop: /^0x[\dA-F]{8}$/,
  ftp: /^[1-5]\d\d$/,
  kb: /^(?:Q\d{5,7}|S\d{5,6})$/,
};

/** Pieces that codes and their surroundings are made of, in any order. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...' \n\t.,;:-/()[]"\'*_`<>#&$%|=+'),
      fc.constantFrom('401', '500', '5', '0', '19', '100', '1067', '10061', '5002', '80070005', '0x80070005', '288323'),
      fc.constantFrom('2147942405', '-2147024891', 'c0000005', '0x7B', '08001', 'S1T00', '0115', '530', '999999999999'),
      fc.constantFrom('HTTP', 'Error', 'status', 'substatus', 'sc-status', 'FTP', 'ASP', 'Event ID', 'WAS', 'Source'),
      fc.constantFrom(
        'STOP',
        'KB',
        'Q',
        'article',
        'SQLSTATE',
        'Win32',
        'net helpmsg',
        'Winsock',
        'E_FAIL',
        'https://a/',
      ),
      fc.constantFrom(
        '#Fields: sc-status sc-substatus sc-win32-status',
        'GET / ',
        '10.0.0.1',
        '2031-03-04 08:12:01',
        '😀',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(soup, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }));

describe('any text', () => {
  it('gives codes that stand where they say, in order, apart and in normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const code of findCodes(text)) {
          expect(text.slice(code.start, code.end)).toBe(code.text);
          expect(code.start).toBeGreaterThanOrEqual(last);
          expect(code.end).toBeGreaterThan(code.start);
          last = code.end;
          expect(code.readings[0]).toMatchObject({ kind: code.kind, code: code.code });
          for (const reading of code.readings) {
            expect(codeKinds).toContain(reading.kind);
            expect(reading.code).toMatch(normalForm[reading.kind]);
            expect(reading.name === null).toBe(reading.meaning === null);
          }
          const all = code.readings.map(({ kind, code }) => `${kind}:${code}`);
          expect(new Set(all).size).toBe(all.length);
          expect(codeKeys(code)).toContain(`${code.kind}:${code.code}`);
          expect(codeFamily(code) ?? 'http:401').toMatch(/^http:[1-5]\d\d$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('counts positions in UTF-16 units', () => {
    expect(findCodes('😀 401.5')).toMatchObject([{ text: '401.5', start: 3, end: 8 }]);
  });
});

describe('spellings', () => {
  const substatus = fc.constantFrom(...httpSubstatuses.map(([code]) => code.split('.') as [string, string]));

  it('of an HTTP sub-status give the same code', () => {
    const spelling = fc.constantFrom<(main: string, sub: string) => string>(
      (main, sub) => `${main}.${sub}`,
      (main, sub) => `${main}-${sub}`,
      (main, sub) => `${main};${sub}`,
      (main, sub) => `http${main}.${sub}`,
      (main, sub) => `HTTP Error ${main}.${sub}`,
      (main, sub) => `status ${main} substatus ${sub}`,
      (main, sub) => `sc-status ${main} ${sub} 0`,
      (main, sub) => `Since noon we get a ${main}.${sub} on the intranet`,
    );
    fc.assert(
      fc.property(substatus, spelling, ([main, sub], spell) => {
        expect(found(spell(main, sub))).toEqual([`http:${main}.${sub}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a 32-bit code give the same code', () => {
    const code = fc.constantFrom(...hresults.keys(), ...ntstatuses.keys()).filter((key) => Number(key) >= 2 ** 31);
    const spelling = fc.constantFrom<(value: number, hex: string) => string>(
      (_, hex) => hex,
      (_, hex) => hex.toLowerCase(),
      (_, hex) => `${hex}L`,
      (_, hex) => hex.slice(2),
      (_, hex) => `&H${hex.slice(2)}`,
      (_, hex) => `the call failed with ${hex.toLowerCase()}.`,
      (value) => String(value),
      (value) => `error ${value}`,
      (value) => String(value - 2 ** 32),
    );
    fc.assert(
      fc.property(code, spelling, (key, spell) => {
        const kind = ntstatuses.has(key) ? 'ntstatus' : 'hresult';
        expect(found(spell(Number(key), key))).toEqual([`${kind}:${key}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a log line give the same code in any order of its fields', () => {
    const names = ['date', 'sc-status', 'sc-substatus', 'sc-win32-status', 'time-taken', 'cs-uri-stem', 's-port'];
    const order = fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length });
    fc.assert(
      fc.property(substatus, order, fc.constantFrom(' ', '\t'), ([main, sub], fields, blank) => {
        const values: Record<string, string> = { 'sc-status': main, 'sc-substatus': sub, 'sc-win32-status': '1326' };
        const others: Record<string, string> = {
          date: '2031-03-04',
          'time-taken': '500',
          'cs-uri-stem': '/404',
          's-port': '443',
        };
        const line = fields.map((name) => values[name] ?? others[name]).join(blank);
        const text = `#Fields: ${fields.join(' ')}\n${line}`;
        expect(found(text).sort()).toEqual([`http:${main}.${sub}`, 'win32:1326'].sort());
      }),
    );
  });
});

describe('numbers of another kind', () => {
  const small = fc.integer({ min: 0, max: 999 });
  const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
  const status = fc.constantFrom('5', '64', '401', '403', '404', '500', '502', '503', '530', '1067', '10061');
  const kinds: Record<string, fc.Arbitrary<string>> = {
    'IPv4 addresses': fc.ipV4(),
    'IPv4 addresses with a port': fc.tuple(fc.ipV4(), status).map((parts) => parts.join(':')),
    'IPv6 addresses': fc.ipV6(),
    versions: fc
      .tuple(fc.constantFrom('', 'v', 'version '), fc.array(small, { minLength: 3, maxLength: 4 }))
      .map(([v, parts]) => v + parts.join('.')),
    dates: fc.oneof(
      fc.tuple(fc.constantFrom('2003', '2031'), two, two).map((parts) => parts.join('-')),
      fc.tuple(two, two, fc.constantFrom('2003', '2031')).map((parts) => parts.join('/')),
    ),
    times: fc.tuple(two, two, two).map((parts) => parts.join(':')),
    ports: fc
      .tuple(fc.constantFrom('port ', 'port: ', ':', 'localhost:', 'TCP port '), status)
      .map((parts) => parts.join('')),
    sizes: fc
      .tuple(status, fc.constantFrom(' ', ''), fc.constantFrom('KB', 'MB', 'GB', 'bytes', 'kB', 'MiB'))
      .map((parts) => parts.join('')),
    prices: fc.oneof(
      fc.tuple(fc.constantFrom('$', '€', '£', '€ '), status).map((parts) => parts.join('')),
      status.map((value) => `${value} EUR`),
    ),
    'RFC numbers': fc
      .tuple(fc.constantFrom('RFC ', 'rfc', 'RFC-'), fc.integer({ min: 1, max: 9999 }))
      .map((parts) => parts.join('')),
    durations: fc.tuple(status, fc.constantFrom(' ms', 'ms', ' seconds', ' minutes')).map((parts) => parts.join('')),
    GUIDs: fc.uuid(),
  };

  it.each(Object.entries(kinds))('%s are not codes', (_, text) => {
    fc.assert(
      fc.property(text, (text) => {
        expect(found(text)).toEqual([]);
        expect(found(`The site at ${text} is slow for the people in our office, what can we do?`)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('long texts', () => {
  const pieces = [
    '401,5 ',
    'WAS 5002 ',
    '1',
    '1.',
    '401.',
    '401 ',
    ' ',
    '401 2 5 ',
    '80070005',
    '0x80070005 ',
    'GET / ',
    'Event ID: ',
    'STOP: 0x7B (0x1, ',
    '+1-',
    "1'000",
    '#Fields: a ',
    '401/',
    '[',
    'A_',
    '\u200b401.5',
  ];

  it.each(pieces)('of %j are read to their end', (piece) => {
    const text = `${piece.repeat(40_000 / piece.length)}\n`;
    expect(findCodes(`${text}KB288323`).at(-1)).toMatchObject({ code: 'Q288323', start: text.length });
  });
});
