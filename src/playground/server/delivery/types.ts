import type { Ack, DeliveryError, Json } from '../types.js';

export type DeliveryName = 'slash_commands' | 'interactive' | 'events_api';

/** One thing that the bot is told. */
export interface Delivery {
  /** The envelope_id of Socket Mode. */
  id: string;
  name: DeliveryName;
  payload: Json;
  /** Whether the acknowledgement may carry an answer. */
  acceptsResponse: boolean;
  retry: { attempt: number; reason: string } | null;
}

/** What became of a delivery. `reason` is what Slack calls the failure when it tries again. */
export type Outcome =
  | { ack: Ack; error: null; reason: null }
  | { ack: Ack | null; error: DeliveryError; reason: string };

/** A way to the bot. */
export interface Transport {
  /** Never rejects. Gives up when the signal aborts. */
  send(delivery: Delivery, signal: AbortSignal): Promise<Outcome>;
}
