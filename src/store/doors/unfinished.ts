/** A request that takes a while, and may be interrupted. */
export interface Work {
  /** The process that is at it, by a name of its own. */
  by: string;
  /** For whoever takes it over: whose it is, as JSON. Erased when it is finished. */
  about: string;
}

/** A request that nobody is at. */
export interface Unfinished {
  key: string;
  about: string;
}

/** Requests that were taken on and are not finished, over all processes that share the store. All of it may throw a StoreError. */
export interface UnfinishedWork {
  /** Says that a process is there for so long from now on; without that, what it takes on counts as left behind. */
  alive(worker: string, milliseconds: number): Promise<void>;
  /** They are done, and stay claimed. */
  finish(keys: readonly string[]): Promise<void>;
  /** Nobody is at them any more: whoever takes over next has them. */
  giveUp(keys: readonly string[]): Promise<void>;
  /** Nobody is at them, and who waits knows: nobody takes them over, but another delivery is answered. */
  told(keys: readonly string[]): Promise<void>;
  /** As if it never had been claimed. */
  release(key: string): Promise<void>;
  /**
   * Takes over what is left behind, the oldest first; of each, one process only.
   * @param among those claimed at or after `since`, and, unless they were given up, before `before`: in milliseconds since 1970
   */
  takeOver(worker: string, among: { since: number; before: number; most: number }): Promise<Unfinished[]>;
}
