import type { Failure } from '../types.js';
import { Listeners } from './listeners.js';

export type Fault = Failure | { retryAfter: number };

/** The trouble that was ordered. */
export class Faults {
  #delayMs = 0;
  #duplicateNextEvent = false;
  #lostAcks = 0;
  /** Whether retries do not say that they are some. */
  hidesRetries = false;
  #reordered: { missing: number; waiting: (() => void)[] } | null = null;
  readonly #listeners = new Listeners<void>();
  readonly #byMethod = new Map<string, Fault[]>();

  get delayMs(): number {
    return this.#delayMs;
  }

  get duplicatesNext(): boolean {
    return this.#duplicateNextEvent;
  }

  /** Method -> how many calls are still refused with 429. */
  get rateLimited(): Record<string, number> {
    const counts = [...this.#byMethod].map(([method, queue]): [string, number] => {
      return [method, queue.filter((fault) => 'retryAfter' in fault).length];
    });
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  /** Method -> how its next call fails: an error's name, or `HTTP` and a status. */
  get failing(): Record<string, string> {
    const entries = [...this.#byMethod].flatMap(([method, queue]) => {
      return queue
        .flatMap(failureName)
        .slice(0, 1)
        .map((name): [string, string] => [method, name]);
    });
    return Object.fromEntries(entries);
  }

  delay(milliseconds: number): void {
    this.#delayMs = milliseconds;
    this.#listeners.tell();
  }

  add(method: string, fault: Fault, times: number): void {
    const queue = this.#byMethod.get(method) ?? [];
    queue.push(...Array.from({ length: times }, () => fault));
    this.#byMethod.set(method, queue);
    this.#listeners.tell();
  }

  /** The fault that the next call of this method meets, or null. */
  take(method: string): Fault | null {
    const fault = this.#byMethod.get(method)?.shift() ?? null;
    if (fault !== null) this.#listeners.tell();
    return fault;
  }

  orderDuplicate(): void {
    this.#duplicateNextEvent = true;
    this.#listeners.tell();
  }

  takeDuplicate(): boolean {
    const ordered = this.#duplicateNextEvent;
    this.#duplicateNextEvent = false;
    if (ordered) this.#listeners.tell();
    return ordered;
  }

  loseAcks(times: number): void {
    this.#lostAcks = times;
  }

  takeLostAck(): boolean {
    if (this.#lostAcks === 0) return false;
    this.#lostAcks -= 1;
    return true;
  }

  reorder(count: number): void {
    this.#reordered = { missing: count, waiting: [] };
  }

  /** Resolves when an event may leave: at once, or in its turn among those that are reordered. */
  async turn(): Promise<void> {
    const held = this.#reordered;
    if (held === null) return;
    const released = new Promise<void>((resolve) => held.waiting.unshift(resolve));
    held.missing -= 1;
    if (held.missing === 0) this.#release();
    await released;
  }

  /** One after the other, so that each has left before the next. */
  #release(): void {
    const waiting = this.#reordered?.waiting ?? [];
    this.#reordered = null;
    const leave = () => {
      waiting.shift()?.();
      if (waiting.length > 0) setImmediate(leave);
    };
    setImmediate(leave);
  }

  /** Calls the listener whenever trouble is ordered or spent; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  clear(): void {
    this.#delayMs = 0;
    this.#duplicateNextEvent = false;
    this.#lostAcks = 0;
    this.hidesRetries = false;
    this.#release();
    this.#byMethod.clear();
    this.#listeners.tell();
  }
}

/** Nothing for a rate limit, which is no failure. */
function failureName(fault: Fault): string[] {
  if ('error' in fault) return [fault.error];
  if ('lost' in fault) return [`${fault.lost} lost`];
  return 'status' in fault ? [`HTTP ${fault.status}`] : [];
}
