import Fuse from 'fuse.js';
import { type Document, type Engine, toDocument } from '../engine.js';

/** Short things only, which it is made for. */
export const fuseTitles: Engine = {
  ...engine('fuse.js, titles', 'token search in titles and query words', ['title', 'queryWords']),
  mostQuestions: (kind, articles) => (articles > 10_000 ? 5 : kind === 'word' ? 100 : 10),
};

/** Whole texts take seconds a question, so few are asked; of many articles minutes, so none is. */
export const fuseTexts: Engine = {
  ...engine('fuse.js, whole texts', 'token search in titles, query words and texts', ['title', 'queryWords', 'text']),
  mostQuestions: (kind, articles) => (articles > 10_000 ? 0 : kind === 'pasted' ? 1 : 5),
};

function engine(title: string, settings: string, keys: (keyof Document)[]): Engine {
  return {
    title,
    settings,
    build: (articles) => {
      const options = { keys, useTokenSearch: true, ignoreLocation: true, threshold: 0.3 };
      const fuse = new Fuse<Document>(articles.map(toDocument), options);
      return { search: (query, limit) => fuse.search(query, { limit }).map(({ item }) => item.id) };
    },
  };
}
