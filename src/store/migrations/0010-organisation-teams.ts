import type { Migration } from './migration.js';

/** Which workspaces have the bot by way of their organisation, so that they are known when it goes there. */
export const organisationTeams: Migration = {
  name: 'organisation teams',
  async up(db) {
    await db.schema
      .createTable('organisation_teams')
      .addColumn('team', 'text', (column) => column.primaryKey())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .execute();
  },
};
