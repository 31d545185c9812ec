import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's own advice: what was signed more than five minutes ago may be a replay. */
const oldestSeconds = 300;
/** Clocks differ a little; a stamp from further ahead would keep a stolen request good for longer. */
const earliestSeconds = 60;
/** How long a signature can be good, from the first moment to the last. */
export const signatureLifeMs = (oldestSeconds + earliestSeconds) * 1_000;

/** What a request says about its signature, in the right form and from now; nothing is proved yet. */
export interface SignatureClaim {
  /** `v0=` and 64 hexadecimal digits. */
  signature: string;
  /** As sent: seconds since 1970. */
  timestamp: string;
}

/** Reads the headers of a signature; a text says why they cannot be good, before a byte of the body is read. */
export function readClaim(headers: IncomingHttpHeaders, now = Date.now()): SignatureClaim | string {
  const signature = headers['x-slack-signature'];
  const timestamp = headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'no signature';
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'no time of signature';
  const age = Math.floor(now / 1_000) - Number(timestamp);
  if (age > oldestSeconds) return 'signed too long ago';
  if (age < -earliestSeconds) return 'signed in the future';
  return { signature, timestamp };
}

/** Whether the secret's owner signed this body; takes as long for a signature that is nearly right. */
export function isSigned({ signature, timestamp }: SignatureClaim, body: Buffer, secret: string): boolean {
  const own = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(own, Buffer.from(signature.slice('v0='.length), 'hex'));
}
