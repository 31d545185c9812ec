import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { head, openRawSocket, statusOf } from '../../support/raw-socket.js';
import { rawRequest } from './raw-http.js';
import { builtPage, type Served, serve } from './served.js';

describe('slow and greedy clients of the playground', () => {
  let page: Awaited<ReturnType<typeof builtPage>>;
  let served: Served;
  let url: string;
  let port: number;
  beforeAll(async () => {
    page = await builtPage({ 'index.html': '<!doctype html>' });
    served = await serve({ pageFolder: page.folder });
    url = served.playground.url;
    port = Number(new URL(url).port);
  });
  afterAll(async () => {
    await served.end();
    page.remove();
  });

  it('are cut off when their headers never end', async () => {
    const [silent, dribbling] = await Promise.all([openRawSocket(port), openRawSocket(port)]);
    const drip = setInterval(() => dribbling.send('x-a: b\r\n'), 200);
    dribbling.send('GET / HTTP/1.1\r\nhost: a\r\n');
    expect((await Promise.all([silent.closed, dribbling.closed])).map(statusOf)).toEqual([408, 408]);
    clearInterval(drip);
    expect(await rawRequest(url)).toMatchObject({ status: 200 });
  }, 30_000);

  it('are cut off when their body is endless', async () => {
    const socket = await openRawSocket(port);
    socket.send(
      head('POST /api/chat.postMessage HTTP/1.1', { host: `127.0.0.1:${port}`, 'transfer-encoding': 'chunked' }),
    );
    const drip = setInterval(() => socket.send(`100000\r\n${'a'.repeat(1 << 20)}\r\n`), 5);
    await socket.closed;
    clearInterval(drip);
    expect(await rawRequest(url)).toMatchObject({ status: 200 });
  }, 30_000);

  it('get no header that is too large', async () => {
    const socket = await openRawSocket(port);
    socket.send(`GET / HTTP/1.1\r\nx: ${'a'.repeat(100_000)}`);
    expect(statusOf(await socket.closed)).toBe(431);
  });
});
