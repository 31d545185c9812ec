import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Which requests were taken on and not finished, by which process, and who is to be told when it ends before. */
export const unfinished: Migration = {
  name: 'unfinished',
  async up(db) {
    await db.schema.alterTable('deliveries').addColumn('taken_by', 'text').execute();
    await db.schema.alterTable('deliveries').addColumn('about', 'text').execute();
    await db.schema
      .createIndex('deliveries_taken_by')
      .on('deliveries')
      .column('taken_by')
      .where(sql.ref('taken_by'), 'is not', null)
      .execute();
  },
};
