import { createHmac } from 'node:crypto';

/** Slack's v0 request signature: HMAC-SHA256 over version, timestamp (seconds) and the raw body. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
