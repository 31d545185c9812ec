import type { Migration } from './migration.js';

/** When a channel takes the next message, whichever process posts it. */
export const postSlots: Migration = {
  name: 'post-slots',
  async up(db) {
    await db.schema
      .createTable('post_slots')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('free_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('post_slots_key', ['team', 'channel'])
      .execute();
  },
};
