import { createServer } from 'node:http';
import { answerHealth, type Health } from './connection.js';
import { limitClients, serverOptions, setQuietHeaders } from './server-limits.js';

/**
 * Serves `/healthz` for a bot that listens nowhere else.
 * @returns what ends it
 * @throws Error of the system, for example EADDRINUSE for a port that is taken
 */
export function serveHealth(port: number, host: string, health: Health): Promise<() => Promise<void>> {
  const server = createServer(serverOptions, (request, response) => {
    setQuietHeaders(response);
    if (request.method === 'GET' && request.url === '/healthz') return answerHealth(response, health);
    response.writeHead(404).end();
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
