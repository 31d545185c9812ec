import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';

/** A page that a receiver of Bolt's, or a server of ours, can serve. */
export interface Page {
  path: string;
  method: string[];
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * What somebody who runs the bot asks it: `/healthz` (it is alive: the process gets round to answering), `/readyz`
 * (questions are taken; 503 while not) and `/metrics` for Prometheus.
 */
export function operatingPages(
  readiness: () => Promise<Readiness>,
  metrics: Pick<Metrics, 'contentType' | 'text'> | null,
): Page[] {
  const pages = [
    page('/healthz', async () => ({ status: 200, ...json({ alive: true }) })),
    page('/readyz', async () => {
      const found = await readiness();
      return { status: found.ready ? 200 : 503, ...json(found) };
    }),
  ];
  if (metrics === null) return pages;
  return [
    ...pages,
    page('/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() })),
  ];
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

function page(path: string, answer: () => Promise<Answer>): Page {
  return {
    path,
    method: ['GET'],
    handler(_, response) {
      answer().then(
        ({ status, type, body }) => void response.writeHead(status, { 'content-type': type }).end(body),
        () => void response.writeHead(500).end(),
      );
    },
  };
}

function json(content: object): Omit<Answer, 'status'> {
  return { type: 'application/json', body: `${JSON.stringify(content)}\n` };
}
