import { describe, expect, it } from 'vitest';
import { findCodes } from '../../src/codes/find-codes.js';

/** `401.5` of kind http as `http:401.5`: the likeliest reading of each code. */
function found(text: string): string[] {
  return findCodes(text).map(({ kind, code }) => `${kind}:${code}`);
}

describe('HTTP statuses', () => {
  it.each([
    ['401.5', 'http:401.5'],
    ['401-5', 'http:401.5'],
    ['401;5', 'http:401.5'],
    ['401,5', 'http:401.5'],
    ['http401.5', 'http:401.5'],
    ['HTTP Error 401.5', 'http:401.5'],
    ['error 401 5', 'http:401.5'],
    ['401 sub 5', 'http:401.5'],
    ['401 substatus 5', 'http:401.5'],
    ['HTTP/1.1 401', 'http:401'],
    ['500;100', 'http:500.100'],
    ['HTTP 500.19', 'http:500.19'],
    ['403.6', 'http:403.6'],
    ['500.19 rewrite', 'http:500.19'],
    ['401-5 nltm sp6a', 'http:401.5'],
  ])('reads %j', (text, code) => expect(found(text)).toEqual([code]));
});
