import type { Migration } from './migration.js';

/** What was set for a workspace or one of its conversations, and who set it. */
export const settings: Migration = {
  name: 'settings',
  async up(db) {
    await db.schema
      .createTable('settings')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('settings_key', ['team', 'channel', 'name'])
      .execute();
    await db.schema
      .createTable('settings_audit')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('old_value', 'text')
      .addColumn('new_value', 'text')
      .execute();
    await db.schema
      .createIndex('settings_audit_place')
      .on('settings_audit')
      .columns(['team', 'channel', 'at'])
      .execute();
  },
};
