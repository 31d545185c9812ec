import { describe, expect, it } from 'vitest';
import { findCodes } from '../../src/codes/find-codes.js';
import { buildIndex } from '../../src/search/build-index.js';
import type { Reason, SearchFilters, SearchResponse } from '../../src/search/types.js';
import { sketch, smallBase } from './fixture-articles.js';

const index = buildIndex(smallBase);

function search(text: string, filters: SearchFilters = {}, limit = 10): SearchResponse {
  return index.search({ text, codes: findCodes(text), filters, limit });
}

function ids(text: string, filters: SearchFilters = {}): string[] {
  return search(text, filters).results.map(({ id }) => id);
}

function bestReason(text: string): Reason | undefined {
  return search(text).results[0]?.why[0];
}

describe('ranking', () => {
  it('puts the article about a code before one that mentions it', () => {
    expect(ids('401.5')).toEqual(['S10001', 'S10002']);
    expect(bestReason('401.5')).toEqual({ type: 'code', asked: '401.5', found: '401.5', field: 'declared' });
    expect(search('401.5').results[1]?.why[0]).toMatchObject({ type: 'code', field: 'body' });
  });

  it('reads a code in any spelling', () => {
    expect(ids('HTTP/1.1 401;5')[0]).toBe('S10001');
    expect(ids('http401-5')[0]).toBe('S10001');
  });

  it('falls back to the family of a code that no article has, and says so', () => {
    const base = [
      sketch({ id: 'S1', title: 'What a 403 means', symptoms: 'The page answers HTTP 403.' }),
      sketch({ id: 'S2', title: 'What a 404 means', symptoms: 'The page answers HTTP 404.' }),
    ];
    const text = '403.17';
    const { results } = buildIndex(base).search({ text, codes: findCodes(text), filters: {}, limit: 10 });
    expect(results[0]?.id).toBe('S1');
    expect(results[0]?.why[0]).toMatchObject({ type: 'code-family', found: '403', field: 'title' });
    expect(results.some(({ id }) => id === 'S2')).toBe(false);
  });

  it('finds words by title before body', () => {
    expect(ids('access log')).toEqual(['S10002']);
    expect(ids('visitor')).toEqual(['S10003', 'S10001', 'S10002']);
  });

  it('reads a name in its other spellings', () => {
    expect(ids('integrated windows authentication')[0]).toBe('S10001');
    expect(bestReason('NT Challenge/Response')).toMatchObject({ type: 'word', found: 'NTLM', field: 'title' });
    expect(ids('keep-alive')[0]).toBe('S10001');
    expect(ids('app pool w3wp')[0]).toBe('S10004');
  });

  it('repairs a slip and says so', () => {
    const { results, corrections } = search('certifcate mapppng');
    expect(results.map(({ id }) => id)).toEqual(['S10005']);
    expect(corrections).toEqual([
      { from: 'certifcate', to: 'certificate' },
      { from: 'mapppng', to: 'mapping' },
    ]);
    expect(results[0]?.why.map(({ type }) => type)).toContain('spelling');
  });

  it('prefers neighbours that stay neighbours', () => {
    const base = [
      sketch({ id: 'S1', title: 'one', symptoms: 'The pool was full. The server refused every fast client.' }),
      sketch({ id: 'S2', title: 'two', symptoms: 'The server pool was fast. Every client refused the full.' }),
    ];
    const found = buildIndex(base).search({ text: 'server refused every', codes: [], filters: {}, limit: 10 });
    expect(found.results.map(({ id }) => id)).toEqual(['S1', 'S2']);
  });

  it('looks past the machines, people and moments of a pasted message', () => {
    const pasted = `@anna since 02:14 WEB-03 (10.0.4.7) answers 503 Service Unavailable on \\\\filer01\\www,
      w3wp.exe ends at once, request 4bafd3a0-27e6-4bd1-9e0e-1f2a3b4c5d6e`;
    expect(ids(pasted)[0]).toBe('S10004');
    expect(search(pasted).corrections).toEqual([]);
  });
});

describe('filters', () => {
  it('leaves out what a filter excludes', () => {
    expect(ids('visitor', { version: '5.0' })).toEqual(['S10003', 'S10002']);
  });
});

describe('limits', () => {
  it('gives as many as asked for', () => {
    expect(search('visitor', {}, 1).results).toHaveLength(1);
    expect(search('visitor', {}, 100).results).toHaveLength(3);
  });

  it.each(['', '   ', '?!', '😀😀😀', 'the and of'])('finds nothing for %j', (text) => {
    expect(search(text)).toEqual({ results: [], relatedness: 0, corrections: [] });
  });

  it('answers over no articles at all', () => {
    const empty = buildIndex([]);
    expect(empty.search({ text: '401.5 ntlm', codes: findCodes('401.5'), filters: {}, limit: 5 }).results).toEqual([]);
    expect(empty.suggest('401', 5)).toEqual([]);
  });
});

describe('article', () => {
  it('gives an article by id in any case, the first where two share one', () => {
    expect(index.article('s10004')?.title).toContain('503');
    expect(index.article('Q1')).toBeNull();
    const twice = buildIndex([sketch({ id: 'S1', title: 'first' }), sketch({ id: 'S1', title: 'second' })]);
    expect(twice.article('S1')?.title).toBe('first');
  });
});

describe('suggest', () => {
  it.each([
    ['a code', '401.5', 'S10001'],
    ['an id', 's10004', 'S10004'],
    ['the beginning of an id', '10003', 'S10003'],
    ['a word half typed', 'certif', 'S10005'],
    ['a slip', 'acess log', 'S10002'],
    ['query words', 'rapid fail', 'S10004'],
    ['a name with a number', 'w3w', 'S10004'],
    ['two words, the second half typed', 'keep al', 'S10001'],
    ['a word that says nothing alone', 'keep a', 'S10001'],
    ['a pasted line', `2008-05-09 08:46:14 10.1.2.3 GET /app/default.aspx - 80 CORP\\anna 10.9.8.7 401 5 0`, 'S10001'],
  ])('completes %s', (_, text, id) => {
    expect(index.suggest(text, 3)[0]?.id).toBe(id);
  });

  it('gives no more than asked for, and nothing for nothing', () => {
    expect(index.suggest('the 40', 1).length).toBeLessThanOrEqual(1);
    expect(index.suggest('', 5)).toEqual([]);
    expect(index.suggest('certif', 0)).toEqual([]);
  });
});
