import { Charset, Encoder, Document as FlexDocument } from 'flexsearch';
import english from 'flexsearch/lang/en';
import { type Document, documentFields, type Engine, toDocument } from '../engine.js';

const boosts: Record<string, number> = { title: 4, queryWords: 4, lead: 2, text: 1 };
/** Results of each field that are put together. */
const depth = 100;

/** It ranks within a field only and has no scores, so the fields' lists are put together by rank. */
export const flexsearch: Engine = {
  title: 'FlexSearch',
  settings: 'Document, English encoder, tolerant tokenizer, suggestions; fields put together by rank, with boosts',
  build: (articles) => {
    const index = new FlexDocument<Document>({
      document: { id: 'id', index: [...documentFields] },
      encoder: new Encoder(Charset.Normalize).assign(english),
      tokenize: 'tolerant',
      resolution: 20,
    });
    for (const article of articles) index.add(toDocument(article));
    return { search: (query, limit) => putTogether(index.search(query, { suggest: true, limit: depth }), limit) };
  },
};

/** One list of several: an article gains with each field that has it, the more the further in front. */
function putTogether(results: { field?: string; result: (string | number)[] }[], limit: number): string[] {
  const scores = new Map<string, number>();
  for (const { field, result } of results) {
    const boost = boosts[field ?? ''] ?? 0;
    for (const [rank, id] of result.entries()) {
      scores.set(String(id), (scores.get(String(id)) ?? 0) + boost / (5 + rank));
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([id]) => id);
}
