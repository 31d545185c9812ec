import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import { startPlayground } from '../../../src/playground/web/playground.js';
import { rawRequest } from './raw-http.js';
import { builtPage } from './served.js';

let page: Awaited<ReturnType<typeof builtPage>>;
let url: string;
let stop: () => Promise<void>;
const get = (path: string, method = 'GET') => rawRequest(url, { path, method });

beforeAll(async () => {
  page = await builtPage({
    'index.html': '<!doctype html><title>page</title>',
    'assets/main-B1f3.js': 'export {};',
    'assets/main-B1f3.css': 'body {}',
    'assets/icon-B1f3.svg': '<svg/>',
    'assets/blob-B1f3.xyz': '?',
  });
  await writeFile(join(page.folder, '..', 'secret-of-the-page-test.txt'), 'secret');
  const slack = await startLocalSlack();
  const none = { commands: [], shortcuts: [], scenes: [], suggestions: [] };
  const playground = await startPlayground(slack, { pageFolder: page.folder, ...none });
  url = playground.url;
  stop = async () => {
    await playground.stop();
    await slack.stop();
  };
});
afterAll(async () => {
  await stop();
  rmSync(join(page.folder, '..', 'secret-of-the-page-test.txt'));
  page.remove();
});

describe('the files of the page', () => {
  it('come with their types; what has a hash in its name is kept for ever', async () => {
    expect(await get('/')).toMatchObject({
      status: 200,
      body: '<!doctype html><title>page</title>',
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    });
    expect(await get('/?as=ben')).toMatchObject({ status: 200 });
    const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };
    for (const [ending, type] of Object.entries({ ...types, '../assets/main-B1f3.js': types.js })) {
      const path = ending.startsWith('..')
        ? `/assets/${ending}`
        : `/assets/${ending === 'svg' ? 'icon' : 'main'}-B1f3.${ending}`;
      expect(await get(path)).toMatchObject({
        status: 200,
        headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
      });
    }
    expect((await get('/assets/blob-B1f3.xyz')).headers['content-type']).toBe('application/octet-stream');
  });

  it('carry the headers that keep others out, refusals too', async () => {
    for (const path of ['/', '/assets/main-B1f3.js', '/nothing']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toMatch(
        /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it.each([
    '/../secret-of-the-page-test.txt',
    '/assets/../../secret-of-the-page-test.txt',
    '/%2e%2e/secret-of-the-page-test.txt',
    '/..%2fsecret-of-the-page-test.txt',
    '/..%5csecret-of-the-page-test.txt',
    '/..\\secret-of-the-page-test.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/assets',
    '/assets/',
    '/missing.js',
  ])('do not include %s', async (path) => {
    const { status, body } = await get(path);
    expect({ status, body }).toEqual({ status: 404, body: 'Not found.\n' });
  });

  it('are only read', async () => {
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '34' } });
    expect(await get('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('are refused for somebody who is not there, with those who are', async () => {
    const { status, body } = await get('/?as=zoe');
    expect({ status, body }).toEqual({
      status: 404,
      body: 'There is nobody called "zoe" here. Open the page with one of ?as=ana, ?as=ben, ?as=chloe\n',
    });
  });

  it('not built yet, say how to build them; then they are there without a new start', async () => {
    const other = await builtPage({});
    const slack = await startLocalSlack();
    const none = { commands: [], shortcuts: [], scenes: [], suggestions: [] };
    const playground = await startPlayground(slack, { pageFolder: join(other.folder, 'page'), ...none });
    const before = await rawRequest(playground.url);
    expect(before).toMatchObject({ status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(before.body).toMatch(/not built yet.*`npm run build`/);
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(other.folder, 'page'));
    await writeFile(join(other.folder, 'page', 'index.html'), 'here');
    expect(await rawRequest(playground.url)).toMatchObject({ status: 200, body: 'here' });
    await playground.stop();
    expect(await rawRequest(playground.url)).toMatchObject({ status: 404 });
    await slack.stop();
    other.remove();
  });
});
