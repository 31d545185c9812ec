import type { CodeIndex } from '../code-index.js';
import { type ArticleTable, type IndexData, sizeOf } from '../index-data.js';
import type { Postings } from '../postings.js';
import { type SpellingVocabulary, spellingVocabulary } from '../spelling.js';
import { fieldBreak, longestStream, packStreams, readStream, type Streams } from '../streams.js';
import { allStrings, indexStrings, numberOf, packStrings, type StringTable } from '../string-table.js';
import { searchFields } from '../types.js';

/**
 * One index of two: the articles of `more` come after those of `base`. The terms of `base` keep their numbers, and its
 * related terms stand: a few more articles do not change how words are used. No posting of `base` is worked out again.
 */
export function joinIndexes(base: IndexData, more: IndexData): IndexData {
  const baseTerms = allStrings(base.terms);
  const moreTerms = allStrings(more.terms);
  const newTerms: number[] = [];
  const numbering = Uint32Array.from(moreTerms, (term, number) => {
    return numberOf(base.terms, term) ?? baseTerms.length + newTerms.push(number) - 1;
  });
  const size = sizeOf(base);
  const moreWritings = allStrings(more.writings);
  return {
    terms: indexStrings([...baseTerms, ...newTerms.map((term) => moreTerms[term] ?? '')]),
    writings: packStrings([...allStrings(base.writings), ...newTerms.map((term) => moreWritings[term] ?? '')]),
    postings: joinPostings(base.postings, more.postings, numbering, size, baseTerms.length + newTerms.length),
    streams: joinStreams(base.streams, more.streams, numbering),
    titleParts: {
      parts: joined(
        base.titleParts.parts,
        more.titleParts.parts.map((part) => numbering[part] ?? 0),
      ),
      offsets: joinOffsets(base.titleParts.offsets, more.titleParts.offsets),
    },
    spelling: joinSpellings(base.spelling, more.spelling, numbering),
    related: base.related,
    codes: joinCodes(base.codes, more.codes, size),
    articles: joinArticles(base.articles, more.articles),
    hidden: joined(base.hidden, more.hidden),
    averages: base.averages,
  };
}

function joinPostings(
  base: Postings,
  more: Postings,
  numbering: Uint32Array,
  size: number,
  termCount: number,
): Postings {
  const sources = new Int32Array(termCount).fill(-1);
  for (const [source, term] of numbering.entries()) sources[term] = source;
  const length = base.articles.length + more.articles.length;
  const all: Postings = {
    offsets: new Uint32Array(termCount + 1),
    articles: new Uint32Array(length),
    impacts: new Uint8Array(length),
    fields: new Uint8Array(length),
  };
  let at = 0;
  const append = (from: Postings, term: number, shift: number): void => {
    const start = from.offsets[term] ?? 0;
    const end = from.offsets[term + 1] ?? start;
    all.impacts.set(from.impacts.subarray(start, end), at);
    all.fields.set(from.fields.subarray(start, end), at);
    for (let entry = start; entry < end; entry++) all.articles[at++] = (from.articles[entry] ?? 0) + shift;
  };
  for (let term = 0; term < termCount; term++) {
    all.offsets[term] = at;
    append(base, term, 0);
    const source = sources[term] ?? -1;
    if (source >= 0) append(more, source, size);
  }
  all.offsets[termCount] = at;
  return all;
}

function joinStreams(base: Streams, more: Streams, numbering: Uint32Array): Streams {
  const articles = more.offsets.length - 1;
  const stream = new Uint32Array(longestStream + searchFields.length);
  const parts: number[] = [];
  const ends = new Uint32Array(articles);
  for (let article = 0; article < articles; article++) {
    for (const part of stream.subarray(0, readStream(more, article, stream))) {
      parts.push(part === fieldBreak ? fieldBreak : (numbering[part] ?? 0));
    }
    ends[article] = parts.length;
  }
  const packed = packStreams(Uint32Array.from(parts), ends);
  return { bytes: joined(base.bytes, packed.bytes), offsets: joinOffsets(base.offsets, packed.offsets) };
}

function joinSpellings(base: SpellingVocabulary, more: SpellingVocabulary, numbering: Uint32Array): SpellingVocabulary {
  const spellings = spellingsOf(base);
  const known = new Map(spellings.map((spelling) => [spelling.word, spelling]));
  for (const spelling of spellingsOf(more)) {
    const same = known.get(spelling.word);
    if (same !== undefined) same.count += spelling.count;
    else spellings.push({ ...spelling, term: numbering[spelling.term] ?? 0 });
  }
  return spellingVocabulary(spellings);
}

function spellingsOf({ words, terms, counts }: SpellingVocabulary): { word: string; term: number; count: number }[] {
  return allStrings(words).map((word, number) => ({ word, term: terms[number] ?? 0, count: counts[number] ?? 0 }));
}

function joinCodes(base: CodeIndex, more: CodeIndex, size: number): CodeIndex {
  const baseKeys = allStrings(base.keys);
  const keys = [...baseKeys, ...allStrings(more.keys).filter((key) => numberOf(base.keys, key) === null)];
  const length = base.articles.length + more.articles.length;
  const offsets = new Uint32Array(keys.length + 1);
  const articles = new Uint32Array(length);
  const places = new Uint8Array(length);
  let at = 0;
  for (const [number, key] of keys.entries()) {
    for (const [index, shift] of [
      [base, 0],
      [more, size],
    ] as const) {
      const own = numberOf(index.keys, key);
      if (own === null) continue;
      for (let holding = index.offsets[own] ?? 0; holding < (index.offsets[own + 1] ?? 0); holding++) {
        articles[at] = (index.articles[holding] ?? 0) + shift;
        places[at++] = index.places[holding] ?? 0;
      }
    }
    offsets[number + 1] = at;
  }
  return { keys: indexStrings(keys), offsets, articles, places };
}

function joinArticles(base: ArticleTable, more: ArticleTable): ArticleTable {
  const scopes = allStrings(base.scopes);
  const known = new Map(scopes.map((scope, number) => [scope, number]));
  const numbers = allStrings(more.scopes).map((scope) => known.get(scope) ?? scopes.push(scope) - 1);
  return {
    ids: joinStrings(base.ids, more.ids),
    titles: joinStrings(base.titles, more.titles),
    queryWords: joinStrings(base.queryWords, more.queryWords),
    scopes: packStrings(scopes),
    scopeOf: joined(
      base.scopeOf,
      more.scopeOf.map((scope) => numbers[scope] ?? 0),
    ),
    recordOffsets: joinOffsets(base.recordOffsets, more.recordOffsets),
  };
}

function joinStrings(base: StringTable, more: StringTable): StringTable {
  return { bytes: joined(base.bytes, more.bytes), offsets: joinOffsets(base.offsets, more.offsets) };
}

function joinOffsets(base: Uint32Array, more: Uint32Array): Uint32Array {
  const shift = base.at(-1) ?? 0;
  return joined(
    base,
    more.subarray(1).map((offset) => offset + shift),
  );
}

function joined<Numbers extends Uint8Array | Uint32Array>(base: Numbers, more: Numbers): Numbers {
  const all = new (base.constructor as new (length: number) => Numbers)(base.length + more.length);
  all.set(base);
  all.set(more, base.length);
  return all;
}
