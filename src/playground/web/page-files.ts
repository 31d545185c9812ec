import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { requestUrl } from '../server/request-url.js';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** react-aria-components puts small style elements into the page, and the blocks of an app show images of any https site. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Vite puts what has a hash in its name here. */
const hashed = '/assets/';

/** Answers a request for a file of the built page. Never rejects. */
export async function servePage(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendText(response, 405, 'Only GET.', { allow: 'GET, HEAD' });
  }
  const files = await filesIn(folder);
  if (!files.has('/index.html')) {
    return sendText(response, 503, 'The page is not built yet. Run `npm run build`, then load this again.');
  }
  const { pathname } = requestUrl(request);
  const path = files.get(pathname === '/' ? '/index.html' : pathname);
  if (path === undefined) return sendText(response, 404, 'Not found.');
  const body = await readFile(path).catch(() => null);
  if (body === null) return sendText(response, 404, 'Not found.'); // built anew meanwhile
  response.writeHead(200, {
    ...headers,
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': pathname.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  more: Record<string, string> = {},
): void {
  const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...headers, ...own, ...more }).end(`${text}\n`);
}

/** Url path -> file. Looked up anew each time, so that a new build shows; a path that is not in it cannot be read. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return new Map(names.map((name) => [`/${name.split(sep).join('/')}`, join(folder, name)]));
}
