import { createLookup } from '../../../src/lookup/lookup.js';
import { indexFolders } from '../../../src/search/build/index-folders.js';
import { buildIndex, openIndex } from '../../../src/search/build-index.js';
import { readSnapshot } from '../../../src/search/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../../src/search/snapshot/write-snapshot.js';
import type { SearchIndex } from '../../../src/search/types.js';
import { idsOf } from '../../quality.js';
import type { Engine, Searcher } from '../engine.js';

/** The whole way of a question, as the bot goes it: reading it, ranking, reasons and confidence, and the articles. */
export const ours: Engine = {
  title: 'Substatus',
  settings: 'as the bot uses it, from a snapshot, with reasons and confidence',
  build: (articles) => searcher(buildIndex(articles)),
  load: (file) => {
    const { data, store } = readSnapshot(file);
    return searcher(openIndex(data, store));
  },
  buildFile: async (folder, file) => writeSnapshot(file, await indexFolders([folder]), 'bench'),
};

function searcher(index: SearchIndex): Searcher {
  const lookup = createLookup(index);
  return { search: (query, limit) => idsOf(lookup.ask(query, { limit })) };
}
