import { setImmediate as otherWork } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import { createNoteIndex, type NoteIndex } from '../../lookup/note-index.js';
import type { TeamNotes } from '../../lookup/types.js';
import type { Notes } from '../../store/types.js';
import { within } from '../within.js';

/** Of a team so many notes are in memory, the newest; the store has all. */
const keptOfTeam = 5_000;
/** And so many characters of all teams together; a team that does not fit is read again when it asks. */
const keptCharacters = 50_000_000;
/** So many notes are taken up before others get their turn. */
const slice = 50;
/** The bot starts without the notes rather than late. */
const firstReadMs = 3_000;

/** The notes of all teams: in the store, and in memory for the answers. */
export interface KeptNotes {
  /** Writes go there; `reread` afterwards. */
  readonly store: Notes;
  /** A team's notes, from memory; null when the team is not known. Never waits. */
  of(team: string | undefined): TeamNotes | null;
  /** Brings the memory of a team up to date. @throws StoreError */
  reread(team: string): Promise<void>;
  /** Reads what is there, and from then on what changes. Never throws. */
  start(): Promise<void>;
  stop(): void;
}

const nothing = createNoteIndex();

export function createKeptNotes(store: Notes, log: Logger): KeptNotes {
  const indexes = new LRUCache<string, NoteIndex>({
    maxSize: keptCharacters,
    sizeCalculation: ({ characters }) => characters + 1,
  });
  const withNotes = new Set<string>();
  /** The reading of a team that is under way, settled in any case, and the one after it. */
  const current = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  let end = () => {};

  /** One reading of a team at a time; all who ask while one is under way share the next. */
  function reread(team: string): Promise<void> {
    const waiting = next.get(team);
    if (waiting !== undefined) return waiting;
    const turn = (current.get(team) ?? Promise.resolve()).then(() => {
      next.delete(team);
      const reading = read(team);
      const over = reading.then(
        () => {},
        () => {},
      );
      current.set(team, over);
      return reading.finally(() => {
        if (current.get(team) === over) current.delete(team);
      });
    });
    next.set(team, turn);
    return turn;
  }

  async function read(team: string): Promise<void> {
    const index = indexes.peek(team) ?? createNoteIndex();
    const notes = await store.newest(team, keptOfTeam);
    withNotes.add(team);
    index.keepOnly(new Set(notes.map(({ id }) => id)));
    for (const [place, note] of notes.entries()) {
      index.put(note);
      if (place % slice === slice - 1) await otherWork();
    }
    indexes.set(team, index);
  }

  const rereadLater = (team: string) => {
    reread(team).catch((error: unknown) => log.error({ err: error, team }, 'the notes of a team could not be read'));
  };

  /** One team after the other: there may be many, and nobody waits for all of them. */
  async function rereadAll(): Promise<void> {
    try {
      for (const team of await store.teams()) withNotes.add(team);
      for (const team of withNotes) await reread(team);
    } catch (error) {
      log.error({ err: error }, 'the notes of the teams could not be read; they are when the store is back');
    }
  }

  return {
    store,
    of(team) {
      if (team === undefined) return null;
      const index = indexes.get(team);
      if (index === undefined && withNotes.has(team)) rereadLater(team);
      return index ?? nothing;
    },
    reread,
    async start() {
      end = store.onChange((team) => {
        if (team === null) void rereadAll();
        else rereadLater(team);
      });
      await within(firstReadMs, rereadAll()).catch(() => {}); // what is late comes in meanwhile
    },
    stop: () => end(),
  };
}
