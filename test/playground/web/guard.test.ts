import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest, rawUpgrade } from './raw-http.js';
import { builtPage, type Served, serve } from './served.js';

let page: Awaited<ReturnType<typeof builtPage>>;
let served: Served;
let url: string;
let port: string;

beforeAll(async () => {
  page = await builtPage({ 'index.html': '<!doctype html>' });
  served = await serve({ pageFolder: page.folder });
  url = served.playground.url;
  port = new URL(url).port;
});
afterAll(async () => {
  await served.end();
  page.remove();
});

const paths = ['/', '/index.html', '/api/auth.test', '/commands/x', '/nowhere'];
const foreignHosts = ['evil.example', 'evil.example:4711', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'];
const foreignOrigins = ['https://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1', 'null', 'file://'];

describe('who may talk to the playground', () => {
  it.each(paths)('refuses %s for a name that was bent to this machine', async (path) => {
    for (const host of foreignHosts) {
      expect(await rawRequest(url, { path, headers: { host } })).toMatchObject({ status: 403 });
    }
  });

  it.each(paths)('refuses %s for pages of other origins', async (path) => {
    for (const origin of foreignOrigins) {
      expect(await rawRequest(url, { path, headers: { origin } })).toMatchObject({ status: 403 });
    }
  });

  it.each(['/page', '/page?as=ana', '/link/?ticket=x', '//'])('refuses the upgrade of %s likewise', async (path) => {
    for (const host of foreignHosts) expect(await rawUpgrade(url, path, { host })).toMatchObject({ status: 403 });
    for (const origin of foreignOrigins) expect(await rawUpgrade(url, path, { origin })).toMatchObject({ status: 403 });
  });

  it('lets this machine in by both of its names, with or without an origin', async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect(await rawRequest(url, { headers: { host } })).toMatchObject({ status: 200 });
      expect(await rawUpgrade(url, '/page', { host, origin: `http://${host}` })).toMatchObject({ status: 101 });
    }
  });

  it('listens on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.internal === false);
    for (const address of outside.filter((one) => one?.family === 'IPv4').map((one) => one?.address)) {
      await expect(rawRequest(`http://${address}:${port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });

  it('knows no other sockets, and nobody who is not there', async () => {
    expect(await rawUpgrade(url, '/other')).toMatchObject({ status: 404 });
    expect(await rawUpgrade(url, '/page?as=nobody')).toMatchObject({ status: 404 });
    expect(await rawUpgrade(url, '/page?as=deploybot')).toMatchObject({ status: 404 });
  });

  it.each(['//', '///page', '/%', '/page/%zz', '*', 'http://evil.example/page', '/link/'])(
    'outlives an upgrade of %s',
    async (path) => {
      expect((await rawUpgrade(url, path)).status).toBeGreaterThanOrEqual(400);
      expect(await rawRequest(url)).toMatchObject({ status: 200 });
    },
  );

  it('keeps the Web API and Socket Mode where they were', async () => {
    const { slack } = served.scene;
    expect(url).toBe(`${slack.url}/`);
    const answer = await rawRequest(url, {
      path: '/api/auth.test',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true });
    expect(await rawUpgrade(url, '/link/?ticket=unknown')).toMatchObject({ status: 401 });
  });
});
