/** The workspace's time. Message timestamps are unique and only grow, even within one millisecond. */
export class Clock {
  readonly now: () => number;
  #lastMicros = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Whole seconds since 1970. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** The timestamp of a moment; `nth` keeps two of the same moment apart. */
  tsAt(milliseconds: number, nth: number): string {
    return timestamp(Math.floor(milliseconds / 1000) * 1_000_000 + nth);
  }

  /** The next message timestamp, `seconds.micros`. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, this.now() * 1000);
    return timestamp(Math.floor(this.#lastMicros));
  }
}

function timestamp(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}
