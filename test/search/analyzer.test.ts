import { describe, expect, it } from 'vitest';
import { analyze, rawWords, readWord } from '../../src/search/analyzer.js';

describe('analyze', () => {
  it.each([
    ['a file name', 'w3svc.dll', ['w3svc', 'dll'], ['w3svc.dll']],
    ['a hyphen that others leave out', 'Keep-Alives', ['keep', 'aliv'], ['keepaliv']],
    ['camel case', 'AllowKeepAlive', ['allow', 'keep', 'aliv'], ['allowkeepaliv']],
    ['capitals before a word', 'ISAPIFilter', ['isapi', 'filter'], ['isapifilter']],
    ['a service pack', 'SP6a', ['sp6a'], []],
    ['a constant', 'SF_NOTIFY_AUTH', ['sf', 'notify', 'auth'], ['sf_notify_auth']],
    ['a possessive', "user's", ['user'], []],
    ['a curly possessive', 'user’s', ['user'], []],
    ['an apostrophe', "doesn't", ['doesnt'], []],
    ['a code with a dot', '401.5', ['401.5'], []],
    ['a language', 'C++', ['c++'], []],
    ['a plain word', 'Installing', ['install'], []],
  ])('reads %s', (_, raw, parts, wholes) => {
    expect(analyze(raw)).toEqual([{ text: raw, parts, wholes }]);
  });

  it('takes a path apart', () => {
    expect(rawWords('C:\\winnt\\system32')).toEqual(['C', 'winnt', 'system32']);
  });

  it('passes over encoded data', () => {
    expect(readWord('A'.repeat(65))).toBeNull();
  });
});
