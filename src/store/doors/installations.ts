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
  /**
   * Takes an installation away; says whether there was one. What belongs to its workspace, or to those of its organisation, is
   * kept for a while yet. @throws StoreError
   */
  remove(team: string): Promise<boolean>;
  /**
   * Notes that a workspace has the bot by way of its organisation: a request came from there. For an hour after it was taken out there,
   * such a request counts as late. @throws StoreError
   */
  reached(team: string, organisation: string): Promise<void>;
  /** The organisation by way of which a workspace has the bot; null when none is known. @throws StoreError */
  organisationOf(team: string): Promise<string | null>;
  /** Workspaces do not have the bot by way of their organisation any more, which still has it. @throws StoreError */
  left(teams: readonly string[]): Promise<void>;
  /** How many there are, and those that no key of ours opens. @throws StoreError */
  overview(): Promise<{ installed: number; locked: string[] }>;
}
