import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** Stands between Slack and several replicas and, unlike a good one, delivers everything to all of them. */
export interface Balancer {
  readonly url: string;
  /** Deliveries without copies, deliveries with them, and requests to replicas. */
  readonly counts: { originals: number; deliveries: number; requests: number };
  /** For each slash command, in order, how many replicas answered it. */
  readonly answers: number[];
  stop(): Promise<void>;
}

/** A copy comes so much later at the most. */
const latestCopyMs = 100;

/**
 * @param targets where the replicas take requests
 * @param copies for a delivery, by its number, how many copies come beside it
 */
export async function startBalancer(targets: string[], copies: (number: number) => number): Promise<Balancer> {
  const counts = { originals: 0, deliveries: 0, requests: 0 };
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    // What Slack sends again, because a busy machine took its time, is passed on and not counted.
    const isCounted = !body.includes('url_verification') && request.headers['x-slack-retry-num'] === undefined;
    const more = isCounted ? copies(counts.originals) : 0;
    if (isCounted) {
      counts.originals += 1;
      counts.deliveries += 1 + more;
      counts.requests += (1 + more) * targets.length;
    }
    const replies = await Promise.all(
      Array.from({ length: 1 + more }).flatMap((_, copy) =>
        targets.map(async (target) => {
          if (copy > 0) await wait(Math.random() * latestCopyMs);
          return forward(target, request.headers, body);
        }),
      ),
    );
    const answered = replies.filter(({ text }) => text !== '');
    if (body.includes('command=')) answers.push(answered.length);
    const reply = answered[0] ?? replies[0];
    response.writeHead(reply?.status ?? 502, { 'content-type': reply?.type ?? 'text/plain' }).end(reply?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    counts,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  status: number;
  type: string;
  text: string;
}

async function forward(target: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Reply> {
  const passed = ['content-type', 'x-slack-signature', 'x-slack-request-timestamp'];
  const kept = passed.map((name) => [name, String(headers[name])] as [string, string]);
  const response = await fetch(target, { method: 'POST', headers: kept, body: new Uint8Array(body) });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? 'text/plain',
    text: await response.text(),
  };
}
