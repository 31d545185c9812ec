import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Delivery, Outcome, Transport } from './types.js';

export interface DispatcherOptions {
  ackTimeoutMs: number;
  /** Pauses before the retries of an event. */
  retryDelaysMs: readonly number[];
}

/** Sends to the bot whatever it should hear: in time, logged, and again when Slack would try again. */
export class Dispatcher {
  readonly #workspace: Workspace;
  readonly #transport: Transport;
  readonly #options: DispatcherOptions;
  #life = new AbortController();

  constructor(workspace: Workspace, transport: Transport, options: DispatcherOptions) {
    this.#workspace = workspace;
    this.#transport = transport;
    this.#options = options;
  }

  command(payload: Json): Promise<Outcome> {
    return this.#send({ id: randomUUID(), name: 'slash_commands', payload, acceptsResponse: true, retry: null });
  }

  /** `acceptsResponse` is true for views and type-ahead, whose acknowledgement is an answer. */
  interaction(payload: Json, acceptsResponse: boolean): Promise<Outcome> {
    return this.#send({ id: randomUUID(), name: 'interactive', payload, acceptsResponse, retry: null });
  }

  /** Delivers an event, and again after each pause until it is acknowledged. */
  async event(payload: Json): Promise<void> {
    const life = this.#life.signal;
    const first: Delivery = { id: randomUUID(), name: 'events_api', payload, acceptsResponse: false, retry: null };
    await this.#workspace.faults.turn();
    const attempts = this.#workspace.faults.takeDuplicate() ? [first, first] : [first];
    let [outcome] = await Promise.all(attempts.map((delivery) => this.#send(delivery)));
    for (const [index, pause] of this.#options.retryDelaysMs.entries()) {
      if (outcome === undefined || outcome.error === null) return;
      if (!(await pauseUnless(life, pause))) return;
      outcome = await this.#send(this.#again(first, index + 1, outcome.reason));
    }
  }

  #again(first: Delivery, attempt: number, reason: string): Delivery {
    if (this.#workspace.faults.hidesRetries) return first;
    return { ...first, id: randomUUID(), retry: { attempt, reason } };
  }

  /** Forgets the retries that are still to come. */
  cancelRetries(): void {
    this.#life.abort();
    this.#life = new AbortController();
  }

  async #send(delivery: Delivery): Promise<Outcome> {
    const { name, payload, retry } = delivery;
    const end = this.#workspace.log.begin({ direction: 'to-bot', name, payload, retry });
    const outcome = await this.#attempt(delivery);
    end({ response: outcome.ack?.body ?? null, status: outcome.ack?.status ?? null, error: outcome.error });
    return outcome;
  }

  /** The ordered delay is part of the way, so it counts towards the time-out. */
  async #attempt(delivery: Delivery): Promise<Outcome> {
    const signal = AbortSignal.timeout(this.#options.ackTimeoutMs);
    const { faults } = this.#workspace;
    const { delayMs } = faults;
    if (delayMs > 0 && !(await pauseUnless(signal, delayMs))) {
      return { ack: null, error: 'operation_timeout', reason: 'timeout' };
    }
    const outcome = await this.#transport.send(delivery, signal);
    if (outcome.error !== null || !faults.takeLostAck()) return outcome;
    return { ack: null, error: 'operation_timeout', reason: 'timeout' };
  }
}

/** False when the signal aborted the pause. */
async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
