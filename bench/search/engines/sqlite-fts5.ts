import Database from 'libsql';

import { documentFields, type Engine, type Searcher, toDocument } from '../engine.js';

const columns = documentFields.join(', ');
/** Of the columns, in their order. */
const weights = '6, 6, 2, 1';

/** In memory while building and asking; its file form is the database itself, read through a memory map. */
export const sqliteFts5: Engine = {
  title: 'SQLite FTS5',
  settings: 'porter tokenizer, bm25 with a weight a column, words joined by OR',
  build: (articles) => {
    const database = new Database(':memory:');
    database.exec(`CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, ${columns}, tokenize = 'porter unicode61')`);
    const marks = documentFields.map(() => '?').join(', ');
    const insert = database.prepare(`INSERT INTO articles (id, ${columns}) VALUES (?, ${marks})`);
    database.exec('BEGIN');
    for (const article of articles) {
      const document = toDocument(article);
      insert.run(document.id, ...documentFields.map((field) => document[field]));
    }
    database.exec("COMMIT; INSERT INTO articles (articles) VALUES ('optimize')");
    return searcher(database);
  },
  load: (file) => {
    const database = new Database(file, { readonly: true });
    database.exec('PRAGMA mmap_size = 2000000000');
    return searcher(database);
  },
};

function searcher(database: Database.Database): Searcher {
  const select = database.prepare(
    `SELECT id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 0, ${weights}) LIMIT ?`,
  );
  return {
    search: (query, limit) => {
      const match = matchExpression(query);
      return match === '' ? [] : (select.all(match, limit) as { id: string }[]).map(({ id }) => id);
    },
    save: (file) => {
      database.prepare('VACUUM INTO ?').run(file);
    },
  };
}

/** Each word as a string, joined by OR; `401.5` in one string is a phrase of its pieces, so a code stays together. */
function matchExpression(query: string): string {
  const words = query.match(/[\p{L}\p{N}_]+(?:[.\-;:/\\][\p{L}\p{N}_]+)*/gu) ?? [];
  return [...new Set(words)].map((word) => `"${word}"`).join(' OR ');
}
