/** A value that was set: anything that JSON can say, also null. */
export interface SettingValue {
  value: unknown;
}

/** Somebody has set a value. */
export interface SettingsEntry {
  /** In milliseconds since 1970. */
  at: number;
  /** Id of the person. */
  person: string;
  name: string;
  /** Null when nothing was set, or is from then on. */
  from: SettingValue | null;
  to: SettingValue | null;
}

/** What was set for a workspace, and for conversations in it. What the values mean is not known here. */
export interface SettingsDoor {
  /**
   * By name, what was set for the workspace and for the conversation.
   * @throws StoreError
   */
  read(
    team: string,
    channel: string | null,
  ): Promise<{ workspace: Record<string, unknown>; channel: Record<string, unknown> }>;
  /**
   * Sets values, or takes them away (null), and writes down who did; durable when it resolves, all or nothing.
   * @param change without a channel it is for the whole workspace
   * @returns how many values are other ones than before
   * @throws StoreError; then nothing was changed
   */
  change(change: {
    team: string;
    channel: string | null;
    person: string;
    at: number;
    values: Record<string, SettingValue | null>;
  }): Promise<number>;
  /** The value of one setting in every workspace that has set it for the whole workspace. @throws StoreError */
  everywhere(name: string): Promise<{ team: string; value: unknown }[]>;
  /** Who has set what for the workspace, or for the conversation: newest first. @throws StoreError */
  audit(team: string, channel: string | null, most: number): Promise<SettingsEntry[]>;
  /**
   * Hears of each workspace in which something was set, by whatever process; null when it is not known in which.
   * @returns what ends that
   */
  onChange(listener: (team: string | null) => void): () => void;
}
