import { parseJson } from '../json.js';
import type { Ack, Json } from '../types.js';
import { sign } from './sign.js';
import type { Delivery, Outcome, Transport } from './types.js';

/** Delivers by signed POST to the bot's request url, as Slack does without Socket Mode. */
export class HttpTransport implements Transport {
  /** The bot's request url; null until one is known. */
  url: string | null;
  readonly #signingSecret: string;

  constructor(url: string | null, signingSecret: string) {
    this.url = url;
    this.#signingSecret = signingSecret;
  }

  async send(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    if (this.url === null) return { ack: null, error: 'dispatch_failed', reason: 'connection_failed' };
    try {
      const ack = await this.#post(this.url, delivery, signal);
      if (ack.status === 200) return { ack, error: null, reason: null };
      return { ack, error: 'dispatch_failed', reason: 'http_error' };
    } catch {
      if (signal.aborted) return { ack: null, error: 'operation_timeout', reason: 'http_timeout' };
      return { ack: null, error: 'dispatch_failed', reason: 'connection_failed' };
    }
  }

  async #post(url: string, delivery: Delivery, signal: AbortSignal): Promise<Ack> {
    const began = performance.now();
    const { contentType, body } = encode(delivery);
    const timestamp = Math.floor(Date.now() / 1000);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(this.#signingSecret, timestamp, body),
        ...retryHeaders(delivery),
      },
      body,
      redirect: 'error',
      signal,
    });
    const answer = readBody(await response.text(), response.headers.get('content-type') ?? '');
    return { status: response.status, body: answer, milliseconds: performance.now() - began };
  }
}

/** Events travel as JSON, commands as form fields, interactions as one form field; Bolt compares the bare types. */
function encode({ name, payload }: Delivery): { contentType: string; body: string } {
  if (name === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const form = name === 'interactive' ? { payload: JSON.stringify(payload) } : formFields(payload);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

function formFields(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (retry === null) return {};
  return { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason };
}

/** A body is JSON when it says so: the text `500` is a text. */
function readBody(text: string, contentType: string): unknown {
  if (text === '') return null;
  return contentType.startsWith('application/json') ? (parseJson(text) ?? text) : text;
}
