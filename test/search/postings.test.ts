import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldScoring, saturation } from '../../src/search/bm25.js';
import { documentFrequency, findPosting, PostingsBuilder } from '../../src/search/postings.js';
import { searchFields } from '../../src/search/types.js';

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

it('scores every term of every article as BM25F does', () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 6 }), (articles) => {
      const builder = new PostingsBuilder();
      for (const fields of articles) {
        builder.addArticle();
        for (const [field, terms] of fields.entries()) builder.addField(field, terms, terms.length);
      }
      const postings = builder.build(termCount);
      for (let term = 0; term < termCount; term++) {
        const holders = articles.flatMap((fields, number) => (fields.flat().includes(term) ? number : []));
        expect(documentFrequency(postings, term)).toBe(holders.length);
        for (const number of articles.keys()) {
          const at = findPosting(postings, term, number);
          expect(at >= 0).toBe(holders.includes(number));
          if (at < 0) continue;
          expect(postings.impacts[at]).toBeCloseTo(naiveImpact(articles, number, term), 5);
          const fields = articles[number]?.map((terms, field) => (terms.includes(term) ? 1 << field : 0)) ?? [];
          expect(postings.fields[at]).toBe(fields.reduce((bits, bit) => bits | bit, 0));
        }
      }
    }),
  );
});
