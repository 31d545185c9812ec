import { createHmac } from 'node:crypto';

/** What can be odd about a request; a normal one is signed now, with the right secret. */
export interface SignedRequest {
  /** A form as commands and interactions come in, or JSON as events do. */
  body: URLSearchParams | object;
  secret: string;
  /** When it was signed, in milliseconds since 1970; now unless given. */
  at?: number;
}

/** Sends a request as Slack does. */
export function sendSigned(url: string, { body, secret, at = Date.now() }: SignedRequest): Promise<Response> {
  const isForm = body instanceof URLSearchParams;
  const text = isForm ? body.toString() : JSON.stringify(body);
  const timestamp = String(Math.floor(at / 1000));
  const headers = {
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`,
  };
  return fetch(url, { method: 'POST', headers, body: text });
}
