import { fieldFrequency, fieldScoring, impact } from './bm25.js';
import { GrowableUint32Array } from './growable-array.js';
import { searchFields } from './types.js';

/**
 * The inverted index: the postings of term t are the entries `offsets[t]` to `offsets[t + 1]`, by ascending article.
 * Scores of single terms are worked out when the index is built: a search only multiplies and adds.
 */
export interface Postings {
  offsets: Uint32Array;
  /** Number of the article. */
  articles: Uint32Array;
  /** BM25F without the idf: 0 to 1. */
  impacts: Float32Array;
  /** Bit i is set when the term stands in `searchFields[i]`. */
  fields: Uint8Array;
}

const fieldCount = searchFields.length;

/** Collects the terms of article after article and turns them into postings. */
export class PostingsBuilder {
  /** One cell for each (article, field, term): the three columns of a long table, in order of arrival. */
  private readonly cellTerms = new GrowableUint32Array();
  private readonly cellArticlesAndFields = new GrowableUint32Array();
  private readonly cellCounts = new GrowableUint32Array();
  /** Words in each field of each article: `article * fieldCount + field`. */
  private readonly lengths = new GrowableUint32Array();
  /** Occurrences of each term in the field at hand, all zero between fields. */
  private readonly counts = new GrowableUint32Array();
  private articleCount = 0;

  /** Opens the next article; its number is the count of those before. */
  addArticle(): number {
    for (let field = 0; field < fieldCount; field++) this.lengths.push(0);
    return this.articleCount++;
  }

  /** Adds a field of the newest article. @param field index into `searchFields` @param length words in the field */
  addField(field: number, terms: ArrayLike<number>, length: number): void {
    const article = this.articleCount - 1;
    this.lengths.set(article * fieldCount + field, length);
    const distinct = this.count(terms);
    for (const term of distinct) {
      this.cellTerms.push(term);
      this.cellArticlesAndFields.push(article * fieldCount + field);
      this.cellCounts.push(this.counts.at(term));
      this.counts.set(term, 0);
    }
  }

  private count(terms: ArrayLike<number>): number[] {
    const distinct: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const before = term < this.counts.length ? this.counts.at(term) : 0;
      if (before === 0) distinct.push(term);
      this.counts.set(term, before + 1);
    }
    return distinct;
  }

  /** @param termCount how many terms there are: numbers 0 to termCount - 1 */
  build(termCount: number): Postings {
    const { starts, order } = this.cellsByTerm(termCount);
    const postings: Postings = {
      offsets: new Uint32Array(termCount + 1),
      articles: new Uint32Array(order.length),
      impacts: new Float32Array(order.length),
      fields: new Uint8Array(order.length),
    };
    const used = this.merge(starts, order, postings);
    return {
      offsets: postings.offsets,
      articles: postings.articles.slice(0, used),
      impacts: postings.impacts.slice(0, used),
      fields: postings.fields.slice(0, used),
    };
  }

  /** A stable counting sort of the cells by term: within a term they stay in order of article. */
  private cellsByTerm(termCount: number): { starts: Uint32Array; order: Uint32Array } {
    const starts = new Uint32Array(termCount + 1);
    const cells = this.cellTerms.length;
    for (let cell = 0; cell < cells; cell++) {
      const next = this.cellTerms.at(cell) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    const order = new Uint32Array(cells);
    for (let cell = 0; cell < cells; cell++) {
      const term = this.cellTerms.at(cell);
      const place = next[term] ?? 0;
      order[place] = cell;
      next[term] = place + 1;
    }
    return { starts, order };
  }

  /** Joins the cells of one term and article into one posting; returns how many postings there are. */
  private merge(starts: Uint32Array, order: Uint32Array, postings: Postings): number {
    const averages = this.averageLengths();
    let used = 0;
    for (let term = 0; term + 1 < starts.length; term++) {
      postings.offsets[term] = used;
      const end = starts[term + 1] ?? 0;
      let at = starts[term] ?? 0;
      while (at < end) {
        const article = this.articleOfCell(order[at] ?? 0);
        let frequency = 0;
        let fields = 0;
        for (; at < end && this.articleOfCell(order[at] ?? 0) === article; at++) {
          const cell = order[at] ?? 0;
          frequency += this.cellFrequency(cell, averages);
          fields |= 1 << (this.cellArticlesAndFields.at(cell) % fieldCount);
        }
        postings.articles[used] = article;
        postings.impacts[used] = impact(frequency);
        postings.fields[used++] = fields;
      }
    }
    postings.offsets[starts.length - 1] = used;
    return used;
  }

  private articleOfCell(cell: number): number {
    return Math.floor(this.cellArticlesAndFields.at(cell) / fieldCount);
  }

  private cellFrequency(cell: number, averages: number[]): number {
    const place = this.cellArticlesAndFields.at(cell);
    const field = place % fieldCount;
    const name = searchFields[field] ?? 'body';
    return fieldFrequency(fieldScoring[name], this.cellCounts.at(cell), this.lengths.at(place), averages[field] ?? 0);
  }

  /** Average words of each field over the articles that have the field at all. */
  private averageLengths(): number[] {
    return searchFields.map((_, field) => {
      let words = 0;
      let articles = 0;
      for (let article = 0; article < this.articleCount; article++) {
        const length = this.lengths.at(article * fieldCount + field);
        words += length;
        if (length > 0) articles++;
      }
      return articles === 0 ? 0 : words / articles;
    });
  }
}

/** How many articles hold a term. */
export function documentFrequency(postings: Postings, term: number): number {
  return (postings.offsets[term + 1] ?? 0) - (postings.offsets[term] ?? 0);
}

/** The entry of a term's postings for an article, or -1. */
export function findPosting(postings: Postings, term: number, article: number): number {
  let low = postings.offsets[term] ?? 0;
  let high = (postings.offsets[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = postings.articles[middle] ?? 0;
    if (found === article) return middle;
    if (found < article) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
