import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldScoring, saturation } from '../../../src/search/bm25.js';
import { averageLengths, buildPostings } from '../../../src/search/build/build-postings.js';
import { documentFrequency, findPosting, impactScale, type Postings } from '../../../src/search/postings.js';
import { searchFields } from '../../../src/search/types.js';

const termCount = 6;
/** An article: for each field the numbers of its terms. */
const article = fc.array(fc.array(fc.nat(termCount - 1), { maxLength: 8 }), {
  minLength: searchFields.length,
  maxLength: searchFields.length,
});

/** BM25F by its formula, from the lists themselves. */
function naiveImpact(articles: number[][][], number: number, term: number): number {
  const frequency = searchFields.reduce((sum, name, field) => {
    const lengths = articles.map((fields) => fields[field]?.length ?? 0).filter((length) => length > 0);
    const average = lengths.reduce((total, length) => total + length, 0) / lengths.length;
    const terms = articles[number]?.[field] ?? [];
    const count = terms.filter((candidate) => candidate === term).length;
    if (count === 0) return sum;
    const { weight, lengthNormalization: b } = fieldScoring[name];
    return sum + (weight * count) / (1 - b + (b * terms.length) / average);
  }, 0);
  return frequency / (saturation.k1 + frequency);
}

function postingsOf(articles: number[][][]): Postings {
  const cells = { terms: [] as number[], places: [] as number[], counts: [] as number[] };
  for (const [place, terms] of articles.flat().entries()) {
    for (const term of new Set(terms)) {
      cells.terms.push(term);
      cells.places.push(place);
      cells.counts.push(terms.filter((other) => other === term).length);
    }
  }
  const lengths = Uint32Array.from(articles.flat(), (terms) => terms.length);
  const columns = {
    terms: Uint32Array.from(cells.terms),
    places: Uint32Array.from(cells.places),
    counts: Uint32Array.from(cells.counts),
  };
  return buildPostings(columns, termCount, lengths, averageLengths(lengths));
}

it('scores every term of every article as BM25F does', () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 6 }), (articles) => {
      const postings = postingsOf(articles);
      for (let term = 0; term < termCount; term++) {
        const holders = articles.flatMap((fields, number) => (fields.flat().includes(term) ? number : []));
        expect(documentFrequency(postings, term)).toBe(holders.length);
        for (const number of articles.keys()) {
          const at = findPosting(postings, term, number);
          expect(at >= 0).toBe(holders.includes(number));
          if (at < 0) continue;
          const impact = (postings.impacts[at] ?? 0) / impactScale;
          expect(Math.abs(impact - naiveImpact(articles, number, term))).toBeLessThanOrEqual(1 / impactScale);
          const fields = articles[number]?.map((terms, field) => (terms.includes(term) ? 1 << field : 0)) ?? [];
          expect(postings.fields[at]).toBe(fields.reduce((bits, bit) => bits | bit, 0));
        }
      }
    }),
  );
});
