import { createLookup } from '../../../src/lookup/lookup.js';
import type { Lookup } from '../../../src/lookup/types.js';
import { buildIndex } from '../../../src/search/build-index.js';
import type { Engine, Searcher } from '../engine.js';

/** The whole way of a question, as the bot goes it: reading it, ranking, reasons and confidence. */
export const ours: Engine = {
  title: 'Substatus',
  settings: 'as the bot uses it: with reasons and confidence',
  build: (articles) => searcher(createLookup(buildIndex(articles))),
};

function searcher(lookup: Lookup): Searcher {
  return { search: (query, limit) => lookup.ask(query, { limit }).matches.map(({ article }) => article.id) };
}
