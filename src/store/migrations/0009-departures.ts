import type { Migration } from './migration.js';

/** Since when the bot is no longer in a workspace. Which direct message a question was asked in is one person's, and goes. */
export const departures: Migration = {
  name: 'departures',
  async up(db) {
    await db.schema
      .createTable('departures')
      .addColumn('team', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db
      .updateTable('lookups')
      .set({ channel: 'D', thread: null, message: null })
      .where('channel', 'like', 'D%')
      .execute();
  },
};
