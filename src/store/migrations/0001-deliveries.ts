import type { Migration } from './migration.js';

/** Deliveries that were taken on, so that a repeated one is answered once, by one replica. */
export const deliveries: Migration = {
  name: 'deliveries',
  async up(db) {
    await db.schema
      .createTable('deliveries')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('claimed_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('deliveries_expires_at').on('deliveries').column('expires_at').execute();
  },
};
