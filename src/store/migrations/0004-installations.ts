import type { Migration } from './migration.js';

/** Where the bot was installed, each row encrypted; `team` is the workspace, or the organisation for all of it. */
export const installations: Migration = {
  name: 'installations',
  async up(db) {
    await db.schema
      .createTable('installations')
      .addColumn('team', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('ciphertext', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
