import type { QuestionTerms } from './question-terms.js';
import type { SearchData } from './search-data.js';
import { fieldBreak, readStream } from './streams.js';
import { type SearchField, searchFields } from './types.js';

/** Words in a row that the question and an article share. */
export interface SharedPhrase {
  /** The words as the question writes them. */
  text: string;
  field: SearchField;
}

const shortestPhrase = 3;

/** The longest run of words that stands in the question and in an article alike; null when none has three. */
export function sharedPhrase(data: SearchData, question: QuestionTerms, article: number): SharedPhrase | null {
  if (question.parts.length < shortestPhrase) return null;
  const places = placesOfParts(question.parts);
  let best = { length: shortestPhrase - 1, start: 0, field: 0 };
  let field = 0;
  const stream = data.scratch.stream.subarray(0, readStream(data.streams, article, data.scratch.stream));
  for (const [at, part] of stream.entries()) {
    if (part === fieldBreak) field++;
    for (const start of places.get(part) ?? []) {
      const length = runLength(stream, at, question.parts, start);
      if (length > best.length) best = { length, start, field };
    }
  }
  if (best.length < shortestPhrase) return null;
  const words = question.partWords.slice(best.start, best.start + best.length);
  const text = words.filter((word, place) => word !== words[place - 1]).join(' ');
  return { text, field: searchFields[best.field] ?? 'body' };
}

function placesOfParts(parts: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, part] of parts.entries()) {
    if (part >= 0) places.set(part, [...(places.get(part) ?? []), place]);
  }
  return places;
}

/** How many parts are the same from two places on; nothing runs over the end of a field. */
function runLength(stream: Uint32Array, at: number, parts: readonly number[], start: number): number {
  let length = 0;
  while (start + length < parts.length && stream[at + length] === parts[start + length]) length++;
  return length;
}
