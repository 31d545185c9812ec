import type { Migration } from './migration.js';

/** What teams have written about articles. */
export const notes: Migration = {
  name: 'notes',
  async up(db) {
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('author_name', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('channel', 'text')
      .addColumn('message', 'text')
      .addColumn('permalink', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('edited_by', 'text')
      .addColumn('edited_at', 'bigint')
      .execute();
    await db.schema.createIndex('notes_team').on('notes').columns(['team', 'created_at']).execute();
  },
};
