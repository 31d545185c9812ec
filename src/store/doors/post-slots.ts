/** How fast messages may follow each other: one every so many milliseconds, and so many at once after a pause. */
export interface Pace {
  everyMs: number;
  burst: number;
}

/** The pace of each channel, shared by the processes that post there. */
export interface PostSlots {
  /**
   * Takes the next free slot of a channel, for one message.
   * @returns in how many milliseconds it comes
   * @throws StoreError
   */
  take(team: string, channel: string, pace: Pace): Promise<number>;
}
