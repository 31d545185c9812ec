import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Changes } from './changes.js';
import { onceReady } from './open-database.js';
import type { Database, Db } from './tables.js';
import type { SettingsDoor, SettingsEntry, SettingValue } from './types.js';

const kind = 'settings';
/** Any number, always the same: who holds it, changes settings. */
const lockOfSettings = 401_500_20;

/** What was set, one row a value, and who set it: a row of each is written together. */
export function settingsDoor(database: Database, changes: Changes): SettingsDoor {
  const { type, db } = database;
  return {
    read: (team, channel) =>
      onceReady(database, async () => {
        const rows = await rowsOf(db, team, channel).execute();
        const valuesAt = (where: string) =>
          Object.fromEntries(rows.filter((row) => row.channel === where).map(({ name, value }) => [name, read(value)]));
        return { workspace: valuesAt(''), channel: channel === null ? {} : valuesAt(channel) };
      }),
    change: ({ team, channel, person, at, values }) =>
      changes.transaction(kind, async (transaction, announce) => {
        if (type === 'postgres') await sql`select pg_advisory_xact_lock(${lockOfSettings})`.execute(transaction);
        const where = { team, channel: channel ?? '' };
        const rows = await rowsOf(transaction, team, channel).execute();
        const before = new Map(rows.filter((row) => row.channel === where.channel).map((row) => [row.name, row.value]));
        const entries = Object.entries(values)
          .map(([name, to]) => ({ name, old_value: before.get(name) ?? null, new_value: written(to) }))
          .filter(({ old_value, new_value }) => old_value !== new_value);
        for (const { name, new_value: value } of entries) {
          if (value === null) await remove(transaction, { ...where, name });
          else await set(transaction, { ...where, name, value });
        }
        if (entries.length === 0) return 0;
        const audited = entries.map((entry) => ({ id: randomUUID(), at, ...where, person, ...entry }));
        await transaction.insertInto('settings_audit').values(audited).execute();
        await announce(team);
        return entries.length;
      }),
    everywhere: (name) =>
      onceReady(database, async () => {
        const rows = await db
          .selectFrom('settings')
          .select(['team', 'value'])
          .where('channel', '=', '')
          .where('name', '=', name)
          .orderBy('team')
          .execute();
        return rows.map(({ team, value }) => ({ team, value: read(value) }));
      }),
    audit: (team, channel, most) =>
      onceReady(database, async () => {
        const rows = await db
          .selectFrom('settings_audit')
          .selectAll()
          .where('team', '=', team)
          .where('channel', '=', channel ?? '')
          .orderBy('at', 'desc')
          .orderBy('name')
          .limit(most)
          .execute();
        return rows.map(
          ({ at, person, name, old_value, new_value }): SettingsEntry => ({
            at,
            person,
            name,
            from: old_value === null ? null : { value: read(old_value) },
            to: new_value === null ? null : { value: read(new_value) },
          }),
        );
      }),
    onChange: (listener) => changes.onChange(kind, listener),
  };
}

function rowsOf(db: Db, team: string, channel: string | null) {
  const places = channel === null ? [''] : ['', channel];
  return db
    .selectFrom('settings')
    .select(['channel', 'name', 'value'])
    .where('team', '=', team)
    .where('channel', 'in', places);
}

type Key = { team: string; channel: string; name: string };

async function set(db: Db, row: Key & { value: string }): Promise<void> {
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['team', 'channel', 'name']).doUpdateSet({ value: row.value }))
    .execute();
}

async function remove(db: Db, { team, channel, name }: Key): Promise<void> {
  await db
    .deleteFrom('settings')
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('name', '=', name)
    .execute();
}

function written(to: SettingValue | null): string | null {
  return to === null ? null : JSON.stringify(to.value);
}

/** A row that somebody else has written may hold anything. */
function read(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Takes the entries of the audit from before a time away. */
export async function sweepAudit(db: Db, before: number): Promise<void> {
  await db.deleteFrom('settings_audit').where('at', '<', before).execute();
}
