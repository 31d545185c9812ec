import { createServer } from 'node:http';
import type { Page } from '../../operating/pages.js';
import { limitClients, serverOptions, setQuietHeaders } from './server-limits.js';

/**
 * Serves pages for a bot that listens nowhere else.
 * @returns what ends it
 * @throws Error of the system, for example EADDRINUSE for a port that is taken
 */
export function servePages(port: number, host: string, pages: readonly Page[]): Promise<() => Promise<void>> {
  const server = createServer(serverOptions, (request, response) => {
    setQuietHeaders(response);
    const path = request.url?.split('?', 1)[0];
    const page = pages.find((one) => one.path === path && one.method.includes(request.method ?? ''));
    if (page === undefined) response.writeHead(404).end();
    else page.handler(request, response);
  });
  limitClients(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(close));
  });
}
