import { createHmac } from 'node:crypto';

/** What can be odd about a request; a normal one is signed now, with the right secret. */
export interface SignedRequest {
  /** A form as commands and interactions come in, JSON as events do, or a text that is sent as it is, as JSON. */
  body: URLSearchParams | object | string;
  secret: string;
  /** When it was signed, in milliseconds since 1970; now unless given. */
  at?: number;
  /** Headers beside those that Slack sends, or in their place. */
  headers?: Record<string, string>;
}

/** The text and headers of a request as Slack signs it. */
export function signed({ body, secret, at = Date.now(), headers = {} }: SignedRequest) {
  const isForm = body instanceof URLSearchParams;
  const text = isForm ? body.toString() : typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(at / 1000));
  return {
    text,
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`,
      ...headers,
    },
  };
}

/** Sends a request as Slack does. */
export function sendSigned(url: string, request: SignedRequest): Promise<Response> {
  const { text, headers } = signed(request);
  return fetch(url, { method: 'POST', headers, body: text });
}
