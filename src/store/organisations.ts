import { lateMs, noteDeparture, noteReturn } from './departures.js';
import type { Db } from './tables.js';

/** A workspace was asked in, which has the bot by way of its organisation. Inside a transaction. */
export async function noteReached(db: Db, team: string, organisation: string): Promise<void> {
  if ((await organisationOf(db, team)) === organisation || (await hasJustLeft(db, team, organisation))) return;
  await db
    .insertInto('organisation_teams')
    .values({ team, organisation })
    .onConflict((conflict) => conflict.column('team').doUpdateSet({ organisation }))
    .execute();
  await noteReturn(db, team);
}

/** A request may be late; once somebody has installed the bot again, none is from before. */
async function hasJustLeft(db: Db, team: string, organisation: string): Promise<boolean> {
  const left = await db.selectFrom('departures').select('at').where('team', '=', team).executeTakeFirst();
  if (left === undefined || left.at < Date.now() - lateMs) return false;
  const again = await db
    .selectFrom('installations')
    .select('team')
    .where('team', '=', organisation)
    .where('saved_at', '>', left.at)
    .executeTakeFirst();
  return again === undefined;
}

/** Null when none is known. */
export async function organisationOf(db: Db, team: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation_teams')
    .select('organisation')
    .where('team', '=', team)
    .executeTakeFirst();
  return row?.organisation ?? null;
}

/** The workspaces that have the bot by way of an organisation, as far as somebody asked there. */
export async function teamsOf(db: Db, organisation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_teams')
    .select('team')
    .where('organisation', '=', organisation)
    .orderBy('team')
    .execute();
  return rows.map(({ team }) => team);
}

/** Workspaces do not have the bot by way of an organisation any more; one may still have it of its own. Inside a transaction. */
export async function noteLeft(db: Db, teams: readonly string[]): Promise<void> {
  for (const team of teams) {
    await db.deleteFrom('organisation_teams').where('team', '=', team).execute();
    const own = await db.selectFrom('installations').select('team').where('team', '=', team).executeTakeFirst();
    if (own === undefined) await noteDeparture(db, team);
  }
}
