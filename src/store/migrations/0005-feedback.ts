import type { Migration } from './migration.js';

/** Who says of which answer that it fixed it, or did not help. */
export const feedback: Migration = {
  name: 'feedback',
  async up(db) {
    await db.schema
      .createTable('feedback')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['team', 'article', 'answer', 'person'])
      .execute();
    await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
  },
};
