import { describe, expect, it } from 'vitest';
import { found, read } from './found.js';

describe('ids of articles', () => {
  it.each([
    ['KB288323', 'KB288323'],
    ['kb288323', 'kb288323'],
    ['Q288323', 'Q288323'],
    ['q288323', 'q288323'],
    ['KB 288323', 'KB 288323'],
    ['kb-288323', 'kb-288323'],
    ['KB: 288323', 'KB: 288323'],
    ['KB #288323', 'KB #288323'],
    ['KB article 288323', 'KB article 288323'],
    ['MSKB 288323', 'MSKB 288323'],
    ['article 288323', '288323'],
    ['Article ID: 288323', '288323'],
    ['article number 288323', '288323'],
    ['Knowledge Base article 288323', '288323'],
    ['article Q288323', 'Q288323'],
    ['(KB288323).', 'KB288323'],
    ['<https://support.microsoft.com/kb/288323|this>', 'kb/288323'],
    ['https://support.microsoft.com/kb/288323/en-us', 'kb/288323'],
    ['http://support.microsoft.com/default.aspx?scid=kb;en-us;288323', 'kb;en-us;288323'],
    ['http://support.microsoft.com/?kbid=288323', 'kbid=288323'],
    ['https://support.microsoft.com/en-us/help/288323/title', '288323'],
    ['288323', '288323'],
  ])('reads Q288323 in %j', (text, code) => expect(read(text)).toEqual([`${code} = kb:Q288323`]));

  it.each([
    ['see KB288323, KB297949 and Q207671', ['kb:Q288323', 'kb:Q297949', 'kb:Q207671']],
    ['articles 288323 and 297949', ['kb:Q288323', 'kb:Q297949']],
    ['KB5005565', ['kb:Q5005565']],
    ['S40105', ['kb:S40105']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it.each(['404 KB', '500 KB', '28832 KB of logs', 'KB12', 'Q1', 'Q3 2024', 'article 12', 'FAQ288323x'])(
    'reads nothing in %j',
    (text) => expect(found(text)).toEqual([]),
  );
});
