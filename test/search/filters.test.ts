import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/types.js';
import { createFilter, filterScope } from '../../src/search/filters.js';
import { packStrings } from '../../src/search/string-table.js';
import type { SearchFilters } from '../../src/search/types.js';
import { sketch, smallBase } from './fixture-articles.js';

function filterOver(articles: readonly Article[]): ReturnType<typeof createFilter> {
  return createFilter(packStrings(articles.map(filterScope)), Uint32Array.from(articles.keys()));
}

function idsThatPass(filters: SearchFilters): string[] {
  const passes = filterOver(smallBase)(filters);
  return smallBase.flatMap(({ id }, number) => (passes(number) ? id : []));
}

describe('createFilter', () => {
  it.each<[string, SearchFilters, string[]]>([
    ['a piece of a product name', { product: 'information server' }, ['S10001']],
    ['any case', { product: 'INTERNET Information Services' }, ['S10001', 'S10002', 'S10003', 'S10004']],
    ['an abbreviation for what is written out', { product: 'iis' }, ['S10001', 'S10002', 'S10003', 'S10004']],
    ['a version', { version: '5.0' }, ['S10002', 'S10003']],
    ['both', { product: 'iis', version: '5.1' }, ['S10003']],
    ['a version that is only the beginning of one', { version: '5' }, []],
    ['an unknown product', { product: 'exchange' }, []],
    ['no filter', {}, ['S10001', 'S10002', 'S10003', 'S10004', 'S10005']],
  ])('reads %s', (_, filters, ids) => {
    expect(idsThatPass(filters)).toEqual(ids);
  });

  it('finds a version in an applies-to line, standing alone', () => {
    const articles = [sketch({ id: 'S1', title: 'x', appliesTo: ['Internet Information Server versions 3.0, 4.0'] })];
    const passing = filterOver(articles);
    expect(passing({ version: '3.0' })(0)).toBe(true);
    expect(passing({ version: '.0' })(0)).toBe(false);
  });
});
