import { readFileSync, writeFileSync } from 'node:fs';
import { type AnyOrama, create, insertMultiple, load, type RawData, type Results, save, search } from '@orama/orama';
import { type Document, type Engine, type Searcher, toDocument } from '../engine.js';

/** Stemming, boosts and the whole text were tried: it ranks best without. */
export const orama: Engine = {
  title: 'Orama',
  settings: 'title, query words and lead; BM25 with d = 0.9',
  build: async (articles) => {
    const database = empty();
    await insertMultiple(
      database,
      articles.map(toDocument).map(({ text, ...rest }) => rest),
      1000,
    );
    return searcher(database);
  },
  load: (file) => {
    const database = empty();
    load(database, JSON.parse(readFileSync(file, 'utf8')) as RawData);
    return searcher(database);
  },
  mostQuestions: (kind, articles) => (articles < 10_000 ? Number.POSITIVE_INFINITY : kind === 'word' ? 100 : 15),
};

function empty(): AnyOrama {
  return create({ schema: { title: 'string', queryWords: 'string', lead: 'string' } });
}

function searcher(database: AnyOrama): Searcher {
  return {
    search: (term, limit) => {
      // No hook is set, so the answer is no promise.
      const found = search(database, { term, limit, relevance: { k: 1.2, b: 0.75, d: 0.9 } }) as Results<Document>;
      return found.hits.map(({ id }) => id);
    },
    save: (file) => writeFileSync(file, JSON.stringify(save(database))),
  };
}
