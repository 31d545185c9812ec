import type { Failure } from '../types.js';

export type Fault = Failure | { retryAfter: number };

/** The trouble that was ordered. */
export class Faults {
  delayMs = 0;
  #duplicateNextEvent = false;
  readonly #byMethod = new Map<string, Fault[]>();

  add(method: string, fault: Fault, times: number): void {
    const queue = this.#byMethod.get(method) ?? [];
    queue.push(...Array.from({ length: times }, () => fault));
    this.#byMethod.set(method, queue);
  }

  /** The fault that the next call of this method meets, or null. */
  take(method: string): Fault | null {
    return this.#byMethod.get(method)?.shift() ?? null;
  }

  orderDuplicate(): void {
    this.#duplicateNextEvent = true;
  }

  takeDuplicate(): boolean {
    const ordered = this.#duplicateNextEvent;
    this.#duplicateNextEvent = false;
    return ordered;
  }

  clear(): void {
    this.delayMs = 0;
    this.#duplicateNextEvent = false;
    this.#byMethod.clear();
  }
}
