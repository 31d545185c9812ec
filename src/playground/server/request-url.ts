import type { IncomingMessage } from 'node:http';

/**
 * What a request line asks for. The path is put behind our own host, because `//` alone is no url and a full url would
 * bring another host.
 */
export function requestUrl({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://127.0.0.1${url.startsWith('/') ? url : '/'}`);
}
