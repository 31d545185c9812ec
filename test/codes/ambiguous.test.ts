import { describe, expect, it } from 'vitest';
import { findCodes } from '../../src/codes/find-codes.js';
import { found, readings } from './found.js';

describe('a number that stands alone', () => {
  it.each([
    ['5', ['win32:5', 'event:5']],
    ['64', ['win32:64']],
    ['100', ['http:100', 'event:100']],
    ['401', ['http:401']],
    ['500', ['http:500', 'ftp:500', 'win32:500']],
    ['502', ['http:502', 'ftp:502']],
    ['530', ['ftp:530']],
    ['230', ['ftp:230', 'win32:230']],
    ['1009', ['win32:1009', 'event:1009']],
    ['1067', ['win32:1067']],
    ['5002', ['event:5002']],
    ['10016', ['event:10016']],
    ['10061', ['winsock:10061', 'win32:10061']],
    ['0115', ['asp:ASP 0115']],
    ['08001', ['sqlstate:08001']],
    ['288323', ['kb:Q288323']],
    ['0x7B', ['win32:123', 'stop:0x0000007B']],
    ['80070005', ['hresult:0x80070005', 'win32:5']],
    ['-2147024891', ['hresult:0x80070005', 'win32:5']],
    ['3221225477', ['ntstatus:0xC0000005']],
  ])('%s has every reading, likeliest first', (text, codes) =>
    expect(readings(text).slice(0, codes.length)).toEqual(codes),
  );

  it.each(['  500 ', '500\n', '`500`', '*500*', '500?', '(500)'])('is read the same in %j', (text) => {
    expect(readings(text)).toEqual(readings('500'));
  });

  it('may be one of several, a line each', () => {
    expect(found('401.5\n0x80070005\n1067\nKB288323')).toEqual([
      'http:401.5',
      'hresult:0x80070005',
      'win32:1067',
      'kb:Q288323',
    ]);
  });

  it('means what its word says when there is one', () => {
    expect(readings('HTTP 500')).toEqual(['http:500']);
    expect(readings('FTP 500')).toEqual(['ftp:500']);
    expect(readings('Win32 error 500')).toEqual(['win32:500']);
    expect(readings('System error 1009')).toEqual(['win32:1009']);
    expect(readings('W3SVC 1009')).toEqual(['event:W3SVC 1009']);
  });

  it('is named in every reading', () => {
    expect(findCodes('500')[0]?.readings.map(({ name }) => name)).toEqual([
      'Internal Server Error',
      'Syntax error, command unrecognized',
      'ERROR_USER_PROFILE_LOAD',
    ]);
  });
});
