import { describe, expect, it } from 'vitest';
import { found, read } from './found.js';

describe('SQLSTATE values', () => {
  it.each([
    ['[08001]', '08001'],
    ['SQLSTATE 08001', '08001'],
    ['SQLSTATE=08001', '08001'],
    ['SQLSTATE: 08001', '08001'],
    ['SQLSTATE[08001]', '08001'],
    ['SQLState: "08001"', '08001'],
    ['SQL State 08001', '08001'],
    ["State: '08001'", '08001'],
    ['[State=08001]', '08001'],
    ['ERROR [08001] [Microsoft][SQL Native Client]', '08001'],
    ['08001', '08001'],
  ])('reads 08001 in %j', (text, code) => expect(read(text)).toEqual([`${code} = sqlstate:08001`]));

  it.each([
    ['S1T00', ['sqlstate:S1T00']],
    ['s1t00', ['sqlstate:S1T00']],
    ['ODBC error S1T00', ['sqlstate:S1T00']],
    ["error 'S1T00'", ['sqlstate:S1T00']],
    ['[Microsoft][ODBC SQL Server Driver]Timeout expired S1T00', ['sqlstate:S1T00']],
    ['S1000', ['sqlstate:S1000']],
    ['ADO error S1000', ['sqlstate:S1000']],
    ['HYT00', ['sqlstate:HYT00']],
    ['hyt00', ['sqlstate:HYT00']],
    ['the driver says IM002 since Monday', ['sqlstate:IM002']],
    ['[IM002] [Microsoft][ODBC Driver Manager] Data source name not found', ['sqlstate:IM002']],
    ['SQLSTATE[42S02]: Base table or view not found', ['sqlstate:42S02']],
    ['(SQLSTATE 42000) (Error 18456)', ['sqlstate:42000']],
    ['28000', ['sqlstate:28000']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it.each(['we sold 42000 of them', 'the S1000 model', 'zip 08001', 'version 23000'])('reads nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
