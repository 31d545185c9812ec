import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

describe('STOP codes', () => {
  it.each([
    ['STOP 0x0000007B', '0x0000007B'],
    ['STOP: 0x0000007B', '0x0000007B'],
    ['STOP: 0x0000007B (0xF741B84C,0xC0000034,0x00000000,0x00000000)', '0x0000007B'],
    ['*** STOP: 0x0000007B (0xF741B84C, 0xC0000034, 0x00000000, 0x00000000)', '0x0000007B'],
    ['STOP: 7B (0x1, 0x2, 0x3, 0x4)', '7B'],
    ['STOP 0x7B', '0x7B'],
    ['STOP 7B', '7B'],
    ['Stop 7B', '7B'],
    ['stop 7b', '7b'],
    ['Stop error 7B', '7B'],
    ['stop code 0x7B', '0x7B'],
    ['Stop code: 0x7b', '0x7b'],
    ['bugcheck 0x7B', '0x7B'],
    ['bug check 7B', '7B'],
    ['Blue screen 0x7B', '0x7B'],
    ['BSOD 7B', '7B'],
    ['INACCESSIBLE_BOOT_DEVICE', 'INACCESSIBLE_BOOT_DEVICE'],
  ])('reads 7B in %j', (text, code) => expect(read(text)).toEqual([`${code} = stop:0x0000007B`]));

  it.each([
    ['stop d1', ['stop:0x000000D1']],
    ['STOP 50', ['stop:0x00000050']],
    ['bug check 50', ['stop:0x00000050']],
    ['STOP 0x000000D1 (DRIVER_IRQL_NOT_LESS_OR_EQUAL) today', ['stop:0x000000D1', 'stop:0x000000D1']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('reads a STOP code that is an NTSTATUS as both', () => {
    expect(readings('STOP: c000021a {Fatal System Error}')).toEqual(['stop:0xC000021A', 'ntstatus:0xC000021A']);
  });

  it.each([
    'stop 5 services',
    'we stop 24 services',
    'stop 50 requests',
    'we stop at 50',
    'bus stop 7B',
    'bus stop 50',
  ])('reads nothing in %j', (text) => expect(found(text)).toEqual([]));
});
