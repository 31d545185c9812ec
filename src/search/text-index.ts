import type { Article } from '../article/types.js';
import { rawWords } from './analyzer.js';
import { articleFields } from './article-fields.js';
import { type Concepts, createConcepts, findConcepts } from './concepts.js';
import { GrowableUint32Array } from './growable-array.js';
import { type Postings, PostingsBuilder } from './postings.js';
import { createSpellingVocabulary, type SpellingVocabulary } from './spelling.js';
import { searchFields } from './types.js';
import { Vocabulary } from './vocabulary.js';

/** Everything that finds articles by their words. Articles are numbered in the order given. */
export interface TextIndex {
  size: number;
  vocabulary: Vocabulary;
  concepts: Concepts;
  postings: Postings;
  spelling: SpellingVocabulary;
  /** How articles write each term, for people to read. */
  writings: string[];
  /** The parts of each article in reading order, fields apart by `fieldBreak`: where phrases are looked up. */
  streams: Uint32Array;
  /** The stream of article a is `streams[streamOffsets[a]]` to `streams[streamOffsets[a + 1]]`. */
  streamOffsets: Uint32Array;
  /** The distinct parts of each article's title. */
  titles: Uint32Array[];
}

/** Stands between two fields in a stream; no term has this number. */
export const fieldBreak = 0xffffffff;
/** Parts kept of each article for phrases: what comes later in a long article is seldom what it is about. */
const longestStream = 1500;

export function buildTextIndex(articles: readonly Article[]): TextIndex {
  const vocabulary = new Vocabulary();
  const concepts = createConcepts(vocabulary);
  const builder = new PostingsBuilder();
  const streams = new GrowableUint32Array();
  const streamOffsets = new Uint32Array(articles.length + 1);
  const titles: Uint32Array[] = [];
  for (const [number, article] of articles.entries()) {
    builder.addArticle();
    const streamEnd = streams.length + longestStream;
    const fields = articleFields(article);
    for (const [field, name] of searchFields.entries()) {
      const { parts, terms } = readField(fields[name], vocabulary, concepts);
      builder.addField(field, terms, parts.length);
      if (name === 'title') titles.push(Uint32Array.from(new Set(parts)));
      for (let i = 0; i < parts.length && streams.length < streamEnd; i++) streams.push(parts[i] ?? 0);
      streams.push(fieldBreak);
    }
    streamOffsets[number + 1] = streams.length;
  }
  const spelling = createSpellingVocabulary(vocabulary);
  const writings = vocabulary.writings();
  vocabulary.forgetRawWords();
  const postings = builder.build(vocabulary.size);
  return {
    size: articles.length,
    vocabulary,
    concepts,
    postings,
    spelling,
    writings,
    streams: streams.toArray(),
    streamOffsets,
    titles,
  };
}

/** The parts of a text in order, and all its terms: parts, wholes and concepts. */
function readField(text: string, vocabulary: Vocabulary, concepts: Concepts): { parts: number[]; terms: number[] } {
  const parts: number[] = [];
  const others: number[] = [];
  for (const raw of rawWords(text)) {
    const word = vocabulary.read(raw);
    if (word === null) continue;
    for (const part of word.parts) parts.push(part);
    for (const whole of word.wholes) others.push(whole);
  }
  for (const { concept } of findConcepts(concepts, parts)) others.push(concept);
  return { parts, terms: parts.concat(others) };
}
