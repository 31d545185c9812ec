import type { Work } from './unfinished.js';

/** A key to be claimed, and for how many milliseconds. */
export interface Claim {
  key: string;
  milliseconds: number;
}

/** Deliveries that somebody has taken on, known to every process that shares the store. */
export interface DeliveryClaims {
  /**
   * True for the first who claims a key, durably; false for everybody else until it expires.
   * @param milliseconds how long the key stays taken
   * @param work for a request that is not finished with its claim: then the key is free again when the process that took it on
   * ended before it had finished
   * @throws StoreError when the store cannot be asked
   */
  claim(key: string, milliseconds: number, work?: Work): Promise<boolean>;
  /**
   * As `claim`, for what is not sent again: known to every process at once, and after this one has ended, but on the disk only
   * a moment later, so that nobody waits for it. @throws StoreError
   */
  claimSoon(key: string, milliseconds: number, work?: Work): Promise<boolean>;
  /** Claims several keys, all or none: true when every one of them was free. @throws StoreError */
  claimAll(claims: readonly Claim[]): Promise<boolean>;
  /** Keeps a claimed key taken for so long from now on. @throws StoreError */
  keep(key: string, milliseconds: number): Promise<void>;
}
