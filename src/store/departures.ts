import { announceAnything } from './changes.js';
import { removeWorkspace } from './forget.js';
import type { Database, Db } from './tables.js';

/** The bot was taken out of a workspace; what the team wrote stays for a while, because people come back. */
export async function noteDeparture(db: Db, team: string): Promise<void> {
  await db
    .insertInto('departures')
    .values({ team, at: Date.now() })
    .onConflict((conflict) => conflict.column('team').doUpdateSet({ at: Date.now() }))
    .execute();
}

export async function noteReturn(db: Db, team: string): Promise<void> {
  await db.deleteFrom('departures').where('team', '=', team).execute();
}

/**
 * Takes away what belongs to one workspace that the bot left before a time. Where questions were asked since then the bot is still
 * there, by way of its organisation, and all stays.
 * @returns whether there was such a workspace
 */
export async function sweepDeparted(database: Database, before: number): Promise<boolean> {
  const departed = await database.db
    .selectFrom('departures')
    .selectAll()
    .where('at', '<', before)
    .limit(1)
    .executeTakeFirst();
  if (departed === undefined) return false;
  await database.db.transaction().execute(async (transaction) => {
    const asked = await transaction
      .selectFrom('lookups')
      .select('id')
      .where('team', '=', departed.team)
      .where('at', '>', departed.at + lateMs)
      .limit(1)
      .executeTakeFirst();
    const installed = await transaction
      .selectFrom('installations')
      .select('team')
      .where('team', '=', departed.team)
      .executeTakeFirst();
    if (asked !== undefined || installed !== undefined) return noteReturn(transaction, departed.team);
    await removeWorkspace(transaction, departed.team);
    await announceAnything(database, transaction);
  });
  return true;
}

/** What was asked before it left may be written a moment afterwards. */
export const lateMs = 60 * 60 * 1000;
