/** What somebody of a team has written about an article. */
export interface Note {
  /** Chosen by who saves it, so that saving again after no answer came makes no second note. */
  id: string;
  /** Id of the workspace: no other sees the note. */
  team: string;
  /** Id of the article that it is about. */
  article: string;
  /** Slack's id of the person, and their name when they wrote it. */
  author: string;
  authorName: string;
  text: string;
  /** The message that it came from; its permalink is null where the bot could not learn it. */
  message: { channel: string; ts: string; permalink: string | null } | null;
  /** In milliseconds since 1970. */
  created: number;
  /** Who changed the text last, and when; null for a note as it was written. */
  edited: { by: string; at: number } | null;
}

/** The notes of every team. All of it is on the disk when the promise resolves; all of it may throw a StoreError. */
export interface Notes {
  /** Writes a new note; of one that is there already the text and the article, when it has the same team and author. */
  save(note: Note): Promise<void>;
  /** Changes the text. @returns false when the team has no such note (any more) */
  edit(team: string, id: string, edit: { text: string; by: string; at: number }): Promise<boolean>;
  /** Takes a note away for good. @returns false when the team has no such note (any more) */
  delete(team: string, id: string): Promise<boolean>;
  find(team: string, id: string): Promise<Note | null>;
  /** The newest notes of a team, newest first. */
  newest(team: string, most: number): Promise<Note[]>;
  /** Every team that has a note. */
  teams(): Promise<string[]>;
  /**
   * Calls the listener with each team whose notes have changed, also by way of another process; with null when it may
   * be any. @returns what ends that
   */
  onChange(listener: (team: string | null) => void): () => void;
}
