import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

describe('HRESULTs', () => {
  it.each([
    ['0x80070005', '0x80070005'],
    ['0X80070005', '0X80070005'],
    ['0x80070005L', '0x80070005L'],
    ['0x80070005U', '0x80070005U'],
    ['0x80070005UL', '0x80070005UL'],
    ['0x80070005h', '0x80070005h'],
    ['80070005', '80070005'],
    ['80070005h', '80070005h'],
    ['80070005L', '80070005L'],
    ['&H80070005', '&H80070005'],
    ['&h80070005&', '&h80070005'],
    ["error '80070005'", '80070005'],
    ['(0x80070005)', '0x80070005'],
    ['[0x80070005]', '0x80070005'],
    ['*0x80070005*', '0x80070005'],
    ['_0x80070005_', '0x80070005'],
    ['`0x80070005`', '0x80070005'],
    ['hr=0x80070005', '0x80070005'],
    ['hr = 80070005', '80070005'],
    ['HRESULT: 0x80070005', '0x80070005'],
    ['HRESULT:0x80070005', '0x80070005'],
    ['(Exception from HRESULT: 0x80070005)', '0x80070005'],
    ['Error Code    0x80070005', '0x80070005'],
    ['the call failed with 0x80070005.', '0x80070005'],
    ['2147942405', '2147942405'],
    ['2147942405U', '2147942405U'],
    ['error 2147942405', '2147942405'],
    ['value 2147942405 in sc-win32-status', '2147942405'],
    ['-2147024891', '-2147024891'],
    ['−2147024891', '−2147024891'],
    ['–2147024891', '–2147024891'],
    ['-2147024891L', '-2147024891L'],
    ['(-2147024891)', '-2147024891'],
    ['error -2147024891', '-2147024891'],
    ['error: -2147024891', '-2147024891'],
    ['error:-2147024891', '-2147024891'],
    ['HRESULT=-2147024891', '-2147024891'],
    ['E_ACCESSDENIED', 'E_ACCESSDENIED'],
    ['e_accessdenied', 'e_accessdenied'],
  ])('reads E_ACCESSDENIED and the Win32 error inside in %j', (text, code) => {
    expect(read(text)).toEqual([`${code} = hresult:0x80070005`]);
    expect(readings(text)).toEqual(['hresult:0x80070005', 'win32:5']);
  });

  it.each([
    ['0x80070005 (E_ACCESSDENIED)', ['hresult:0x80070005', 'hresult:0x80070005']],
    ['E_ACCESSDENIED (0x80070005)', ['hresult:0x80070005', 'hresult:0x80070005']],
    ['-2147467259 (80004005)', ['hresult:0x80004005', 'hresult:0x80004005']],
    ['E_FAIL', ['hresult:0x80004005']],
    ['REGDB_E_CLASSNOTREG', ['hresult:0x80040154']],
    ['SEC_E_LOGON_DENIED', ['hresult:0x8009030C']],
    ['0x8009030c', ['hresult:0x8009030C']],
    ['2148074254', ['hresult:0x8009030E']],
    ['2148204809', ['hresult:0x800B0109']],
    ['800a01ad', ['hresult:0x800A01AD']],
    ["Microsoft VBScript runtime error '800a01ad'", ['hresult:0x800A01AD']],
    ["Microsoft OLE DB Provider for ODBC Drivers error '80004005'", ['hresult:0x80004005']],
    ['0x80131500', ['hresult:0x80131500']],
    ['0x80131902', ['hresult:0x80131902']],
    ['error 0x80300113', ['hresult:0x80300113']],
    ['0x80300113', ['hresult:0x80300113']],
    ['404 0 0x80070002', ['http:404', 'hresult:0x80070002']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('unpacks the error of Windows Sockets inside', () => {
    expect(readings('0x8007274D')).toEqual(['hresult:0x8007274D', 'winsock:10061', 'win32:10061']);
    expect(readings('0x80072EE2')).toEqual(['hresult:0x80072EE2', 'win32:12002']);
  });

  it.each([
    'd41d8cd98f00b204e9800998ecf8427e',
    'commit 80070005abc',
    '{80070005-0000-0000-0000-000000000401}',
    '80070005-1234-1234-1234-123456789abc',
    'address 0x80403214 in memory',
    'size 2147942405 bytes',
    'a file of 3221225472 bytes',
    '$80070005',
    'order number 80012345',
    'phone 2147551234',
    '2147483647',
    '2147483648',
    '4294967295',
    '0x12345678',
    '0x7fffffff',
    'S_OK',
    'ERROR_SUCCESS',
    '0x0',
    '-1',
  ])('reads nothing in %j', (text) => expect(found(text)).toEqual([]));
});
