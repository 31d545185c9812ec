import type { Changes } from './changes.js';
import { migrate } from './migrate.js';
import { needsFile, onceReady, withDatabase } from './open-database.js';
import type { Database, Db, Tables } from './tables.js';
import type { Note, Notes, StorePlace } from './types.js';
import { writtenText } from './written-text.js';

const kind = 'notes';

/** The notes of all teams; a team sees its own and no other. */
export function noteShelf(database: Database, changes: Changes): Notes {
  const { db } = database;
  const change = <T>(team: string, write: (transaction: Db) => Promise<T>) =>
    changes.transaction(kind, async (transaction, announce) => {
      const written = await write(transaction);
      await announce(team);
      return written;
    });

  return {
    save: (note) =>
      change(note.team, async (transaction) => {
        const row = rowOf(note);
        await transaction
          .insertInto('notes')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({ article: row.article, text: row.text })
              .where('notes.team', '=', row.team)
              .where('notes.author', '=', row.author),
          )
          .execute();
      }),
    edit: (team, id, { text, by, at }) =>
      change(team, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('notes')
          .set({ text: writtenText(text), edited_by: by, edited_at: at })
          .where('team', '=', team)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
    delete: (team, id) =>
      change(team, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('notes')
          .where('team', '=', team)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return numDeletedRows === 1n;
      }),
    find: (team, id) =>
      onceReady(database, async () => {
        const row = await notesOf(db, team).where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : noteOf(row);
      }),
    newest: (team, most) =>
      onceReady(database, async () => (await notesOf(db, team).limit(most).execute()).map(noteOf)),
    teams: () =>
      onceReady(database, async () => {
        const rows = await db.selectFrom('notes').select('team').distinct().execute();
        return rows.map(({ team }) => team);
      }),
    onChange: (listener) => changes.onChange(kind, listener),
  };
}

/**
 * Reads the notes of a store that may be in use, newest first.
 * @param team only those of this workspace; null for all
 * @throws StoreError
 */
export function readNotes(from: StorePlace, team: string | null): Promise<Note[]> {
  needsFile(from);
  return withDatabase(from, async (database) => {
    await migrate(database);
    const rows = await notesOf(database.db, team).execute();
    return rows.map(noteOf);
  });
}

function notesOf(db: Db, team: string | null) {
  const all = db.selectFrom('notes').selectAll().orderBy('created_at', 'desc').orderBy('id');
  return team === null ? all : all.where('team', '=', team);
}

function rowOf({ message, created, edited, authorName, text, ...note }: Note): Tables['notes'] {
  return {
    ...note,
    author_name: writtenText(authorName),
    text: writtenText(text),
    channel: message?.channel ?? null,
    message: message?.ts ?? null,
    permalink: message?.permalink ?? null,
    created_at: created,
    edited_by: edited?.by ?? null,
    edited_at: edited?.at ?? null,
  };
}

function noteOf(row: Tables['notes']): Note {
  const { id, team, article, author, author_name, text, channel, message, permalink, created_at } = row;
  return {
    ...{ id, team, article, author, authorName: author_name, text, created: created_at },
    message: channel === null || message === null ? null : { channel, ts: message, permalink },
    edited: row.edited_by === null || row.edited_at === null ? null : { by: row.edited_by, at: row.edited_at },
  };
}
