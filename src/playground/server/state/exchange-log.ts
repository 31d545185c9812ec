import type { Exchange } from '../types.js';
import type { Clock } from './clock.js';
import { Listeners } from './listeners.js';

const keep = 10_000;
/** How many entries are dropped at once, because dropping one each time would copy the list each time. */
const dropAtOnce = 1_000;

export type ExchangeStart = Pick<Exchange, 'direction' | 'name' | 'payload' | 'retry'>;
export type ExchangeEnd = Pick<Exchange, 'response' | 'status' | 'error'>;

/** What went over the wire, and whether something is going right now. */
export class ExchangeLog {
  readonly #entries: Exchange[] = [];
  readonly #clock: Clock;
  readonly #listeners = new Listeners<Exchange>();
  #last = 0;
  #open = 0;
  #lastActivity = performance.now();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes a request; call what it returns with the response. */
  begin(start: ExchangeStart): (end: ExchangeEnd) => void {
    const at = this.#clock.now();
    const began = performance.now();
    this.#open += 1;
    return (end) => {
      this.#open -= 1;
      this.#lastActivity = performance.now();
      this.#last += 1;
      this.#add({ number: this.#last, ...start, ...end, at, milliseconds: this.#lastActivity - began });
    };
  }

  /** How many milliseconds nothing has gone on; 0 while a request is open. */
  quietFor(): number {
    return this.#open > 0 ? 0 : performance.now() - this.#lastActivity;
  }

  /** Oldest first. */
  newest(): readonly Exchange[] {
    return this.#entries.slice(-keep);
  }

  /** Calls the listener at the end of every request; returns what ends that. */
  subscribe(listener: (exchange: Exchange) => void): () => void {
    return this.#listeners.add(listener);
  }

  clear(): void {
    this.#entries.length = 0;
  }

  #add(exchange: Exchange): void {
    this.#entries.push(exchange);
    if (this.#entries.length >= keep + dropAtOnce) this.#entries.splice(0, dropAtOnce);
    this.#listeners.tell(exchange);
  }
}
