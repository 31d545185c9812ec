import { randomUUID } from 'node:crypto';
import type { App, Context, Receiver } from '@slack/bolt';
import type { Logger } from '../../log.js';
import type { UnfinishedWork } from '../../store/types.js';
import { type IncomingEvent, overReceiver } from '../connection/over-receiver.js';
import type { InFlight } from '../load/in-flight.js';
import { originOf } from '../workspaces/origin.js';
import { askerOf } from './asker.js';
import { type Deliveries, deliveryKey } from './deduplicate.js';

/** Requests that end within so long of each other are written down as finished together. */
const gatherMs = 50;

/** True when a command is this process's to answer; what is done before is making its answer ready. */
export async function isOurs(context: Context): Promise<boolean> {
  const taken: Promise<boolean> | undefined = context.taken;
  return (await taken) ?? true;
}

/**
 * The answer to a command is made while the store is asked whether this process has it: what it sends is held back until then, and
 * is nothing when another has it.
 */
function heldBack(event: IncomingEvent, taken: Promise<boolean>): IncomingEvent {
  return {
    ...event,
    customProperties: { ...event.customProperties, taken },
    ack: async (answer) => {
      if (await taken) await event.ack(answer);
    },
  };
}

/** What becomes of requests, known to whoever shares the store. */
export interface Requests {
  /** The name of this process among those that share the store. */
  readonly worker: string;
  /** A receiver of which each request is answered once, and none is forgotten before it is. */
  over(receiver: Receiver): Receiver;
  /** Nobody could tell the person of a failure: it is left for later. @param body of the request */
  untold(body: object): void;
  /** Writes down what is still to be written. Never throws. */
  close(): Promise<void>;
}

/**
 * A request is claimed before it is acknowledged, a command while its answer is made, and finished when its answer stands. When the
 * process ends in between, Slack's next delivery of it is answered by whoever gets it, and if none comes, the person is told
 * (`interrupted.ts`).
 * @param store null without one; then what was taken on ends with the process
 */
export function createRequests(
  deliveries: Deliveries,
  store: UnfinishedWork | null,
  inFlight: InFlight,
  log: Logger,
): Requests {
  const worker = randomUUID();
  const untold = new WeakSet<object>();
  let done: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  /** The answer stands, so nobody waits for this; a store that is away forgets it, and a notice too many is sent. */
  function write(work: (store: UnfinishedWork) => Promise<void>): void {
    if (store === null) return;
    writing = writing.then(() => work(store)).catch((error) => log.debug({ err: error }, 'a request stays unfinished'));
  }

  function writeDone(): void {
    clearTimeout(timer);
    timer = undefined;
    const keys = done;
    done = [];
    if (keys.length > 0) write((to) => to.finish(keys));
  }

  function finish(key: string): void {
    done.push(key);
    timer ??= setTimeout(writeDone, gatherMs);
  }

  function repeated(event: IncomingEvent): Promise<void> {
    log.info('a repeated delivery was not answered again');
    return event.ack();
  }

  async function process(app: App, event: IncomingEvent): Promise<void> {
    const { body } = event;
    const key = deliveryKey(body, originOf(body).team ?? '');
    if (key === null) return app.processEvent(event);
    const asker = askerOf(body);
    const work = asker === null ? undefined : { by: worker, about: JSON.stringify(asker) };
    const taken = deliveries.takeOn(key, undefined, work);
    const isCommand = body.command !== undefined;
    if (!isCommand && !(await taken)) return repeated(event);
    try {
      await app.processEvent(isCommand ? heldBack(event, taken) : event);
      if (!(await taken)) return await repeated(event);
    } catch (error) {
      if (!(await taken)) throw error;
      deliveries.forget(key); // not acknowledged, so it comes again
      write((to) => to.release(key));
      throw error;
    }
    if (work === undefined) return;
    if (untold.has(body)) write((to) => to.giveUp([key]));
    else finish(key);
  }

  return {
    worker,
    over: (receiver) => overReceiver(receiver, (app, event) => inFlight.run(() => process(app, event))),
    untold: (body) => void untold.add(body),
    async close() {
      writeDone();
      await writing;
    },
  };
}
