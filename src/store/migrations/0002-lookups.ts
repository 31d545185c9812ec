import type { Migration } from './migration.js';

/** What was asked and answered, and the codes in each question. */
export const lookups: Migration = {
  name: 'lookups',
  async up(db) {
    await db.schema
      .createTable('lookups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('team', 'text')
      .addColumn('channel', 'text')
      .addColumn('thread', 'text')
      .addColumn('message', 'text')
      .addColumn('surface', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('article', 'text')
      .addColumn('milliseconds', 'double precision', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('lookups_at').on('lookups').column('at').execute();
    await db.schema
      .createTable('lookup_codes')
      .addColumn('lookup', 'text', (column) => column.notNull().references('lookups.id').onDelete('cascade'))
      .addColumn('code', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('lookup_codes_key', ['lookup', 'code'])
      .execute();
  },
};
