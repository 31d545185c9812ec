/** Where the bot was installed. What an installation holds is the caller's; it is kept as JSON, encrypted. */
export interface Installations {
  /**
   * Writes an installation, in the place of the one before; it is durable when this resolves.
   * @param team id of the workspace, or of the organisation when it is installed in all of it
   * @throws StoreError without a key, or when the store cannot be asked
   */
  save(team: string, installation: object): Promise<void>;
  /** Null when there is none. @throws StoreError, with code `store-key` when no key of ours opens it */
  find(team: string): Promise<unknown>;
  /** Takes an installation away; says whether there was one. @throws StoreError */
  remove(team: string): Promise<boolean>;
  /** How many there are, and those that no key of ours opens. @throws StoreError */
  overview(): Promise<{ installed: number; locked: string[] }>;
}
