import type { IncomingMessage } from 'node:http';
import { isJson, parseJson } from './json.js';
import { SlackError } from './slack-error.js';
import type { Json } from './types.js';

/** Slack takes bodies far smaller than this. */
const maxBytes = 5 * 1024 * 1024;

/** The whole body as text, or null when it is too large. */
export async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > maxBytes) return null;
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The arguments of a body: a form or JSON by its content-type. Throws invalid_json, json_not_object or invalid_post_type. */
export function parseBody(text: string, contentType: string): Json {
  if (text === '') return {};
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (type !== 'application/json') throw new SlackError('invalid_post_type');
  const body = parseJson(text);
  if (body === undefined) throw new SlackError('invalid_json');
  if (!isJson(body)) throw new SlackError('json_not_object');
  return body;
}
