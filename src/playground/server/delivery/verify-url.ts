import { randomUUID } from 'node:crypto';
import { isJson } from '../json.js';
import { verificationToken } from '../payloads/common.js';
import { HttpTransport } from './http.js';

const timeoutMs = 3_000;

/** Sends the signed `url_verification` with which Slack checks a new request url. Throws when the challenge does not come back. */
export async function verifyUrl(url: string, signingSecret: string): Promise<void> {
  const challenge = randomUUID();
  const { ack, error } = await new HttpTransport(url, signingSecret).send(
    {
      id: randomUUID(),
      name: 'events_api',
      payload: { token: verificationToken, type: 'url_verification', challenge },
      acceptsResponse: true,
      retry: null,
    },
    AbortSignal.timeout(timeoutMs),
  );
  const answered = isJson(ack?.body) ? ack.body.challenge : ack?.body;
  if (error === null && answered === challenge) return;
  throw new Error(`${url} did not answer the challenge (${error ?? 'wrong body'}, status ${ack?.status ?? 'none'})`);
}
