import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactCodes } from '../../src/codes/exact-codes.js';

const codesIn = (text: string) => exactCodes(text).map(({ code }) => code);

describe('exactCodes', () => {
  it.each([
    ['web-07 answers HTTP Error 401.5 since noon', ['401.5']],
    ['all pages say 500.19, please look', ['500.19']],
    ['2031-03-04 08:20:10 10.20.0.5 POST /up.ashx - 443 - 10.20.9.31 curl/8.9 - 404 13 0 1', ['404.13']],
    ['it fails with 0x80070005 and with -2147024891', ['0x80070005', '0x80070005']],
    ['w3wp died with 0xC0000005', ['0xC0000005']],
    ['System error 1067 has occurred', ['1067']],
    ['the service stops with error 1067', ['1067']],
    ['Win32 error 5 on the share', ['5']],
    ['Socket error 10061', ['10061']],
  ])('finds the codes in: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it.each([
    'we see 404 errors',
    'HTTP 503 on all nodes',
    'error 5',
    '1067',
    'it fails with 1067',
    'room 401.1.2, 4.0 and 6.0.3790',
    'pay 401.50 euros',
    'GET /a 200 0 0',
    '404 0 2',
    'HTTP 401.99',
    '0xDEADBEEF',
    'SQL error 1067',
    'Event ID 5002 from WAS',
    'Q288323',
    'who wants lunch at 12.30?',
  ])('is not sure of what is in: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        exactCodes(text);
      }),
    );
  });
});
