import { describe, expect, it } from 'vitest';
import { found, read } from './found.js';

describe('NTSTATUS values', () => {
  it.each([
    ['0xC0000005', '0xC0000005'],
    ['0xc0000005', '0xc0000005'],
    ['c0000005', 'c0000005'],
    ['C0000005h', 'C0000005h'],
    ['Exception code: 0xc0000005', '0xc0000005'],
    ['exception code c0000005', 'c0000005'],
    ['&HC0000005', '&HC0000005'],
    ['3221225477', '3221225477'],
    ['-1073741819', '-1073741819'],
    ['exit code -1073741819', '-1073741819'],
    ['STATUS_ACCESS_VIOLATION', 'STATUS_ACCESS_VIOLATION'],
    ['status_access_violation', 'status_access_violation'],
  ])('reads STATUS_ACCESS_VIOLATION in %j', (text, code) => {
    expect(read(text)).toEqual([`${code} = ntstatus:0xC0000005`]);
  });

  it.each([
    ['0xE0434352', ['ntstatus:0xE0434352']],
    ['e0434352', ['ntstatus:0xE0434352']],
    ['-532462766', ['ntstatus:0xE0434352']],
    ['STATUS_LOGON_FAILURE', ['ntstatus:0xC000006D']],
    ['Status: 0xC000006D, Sub Status: 0xC000006A', ['ntstatus:0xC000006D', 'ntstatus:0xC000006A']],
    ['0xC0020043', ['ntstatus:0xC0020043']],
    [
      'Faulting module ntdll.dll, version: 10.0.17763.1, exception code: 0xc0000374, fault offset: 0x000fb049',
      ['ntstatus:0xC0000374'],
    ],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));
});
