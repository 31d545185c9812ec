import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type Options } from 'minisearch';
import { type Document, documentFields, type Engine, type Searcher, toDocument } from '../engine.js';

const fields = [...documentFields];

/** What one gets without reading further than the first example of its documentation. */
export const minisearchDefaults = engine('MiniSearch, defaults', 'nothing set', { fields });

/** Boosts were tried: with a field for what happens, none rank better than these. */
export const minisearch = engine('MiniSearch, tuned', 'prefix and fuzzy 0.2 of longer words, at low weights', {
  fields,
  searchOptions: {
    prefix: (term) => term.length > 3,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { prefix: 0.2, fuzzy: 0.1 },
  },
});

function engine(title: string, settings: string, options: Options<Document>): Engine {
  return {
    title,
    settings,
    build: (articles) => {
      const index = new MiniSearch<Document>(options);
      index.addAll(articles.map(toDocument));
      return searcher(index);
    },
    load: (file) => searcher(MiniSearch.loadJSON<Document>(readFileSync(file, 'utf8'), options)),
    mostQuestions: (kind, articles) => (articles < 10_000 ? Number.POSITIVE_INFINITY : kind === 'word' ? 100 : 15),
  };
}

function searcher(index: MiniSearch<Document>): Searcher {
  return {
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => id as string),
    save: (file) => writeFileSync(file, JSON.stringify(index)),
  };
}
