import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestSchemas } from '../../../src/playground/web/request-schemas.js';
import type { PageClient } from './page-client.js';
import { type Served, serve } from './served.js';

let served: Served;
let ana: PageClient;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.end());
beforeEach(async () => {
  ana = await served.open('?as=ana');
});
afterEach(() => ana.close());

/** How the window is closed. */
function closed({ socket }: PageClient): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** Sends frames that ask for nothing; resolves with the replies when all are there. */
async function repliesTo(frames: (string | Buffer)[]) {
  const before = ana.heard.length;
  for (const frame of frames) ana.socket.send(frame);
  await ana.request('history', { channel: ana.channel('#web-ops') });
  return ana.heard.slice(before, -1);
}

describe('frames', () => {
  it.each([
    ['not JSON', '{"id": 1', 0, 'this frame is not JSON'],
    ['nothing', '', 0, 'this frame is not JSON'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00]), 0, 'this frame is not JSON'],
    ['no object', '[]', 0, /^request: .*expected object/],
    ['no id', '{"name":"reset","params":{}}', 0, /^request: id: /],
    ['a wrong id', '{"id":-1.5,"name":"reset","params":{}}', 0, /^request: id: /],
    ['no name', '{"id":7,"params":{}}', 7, /^request: name: /],
    ['an unknown name', '{"id":8,"name":"explode","params":{}}', 8, /^there is no request "explode"; there: history, /],
    ['a name of every object', '{"id":9,"name":"toString","params":{}}', 9, /^there is no request "toString"/],
    ['no params', '{"id":10,"name":"history"}', 10, /^request: params: /],
    ['too many params', '{"id":11,"name":"reset","params":{"all":true}}', 11, /^params of reset: .*"all"/],
    ['a wrong place', '{"id":12,"name":"act","params":{"place":{},"actionId":"a","blockId":"b"}}', 12, /place/],
  ])('with %s are answered with what is wrong', async (_what, frame, id, message) => {
    const replies = await repliesTo([frame]);
    expect(replies).toMatchObject([{ type: 'reply', id, error: { code: 'invalid_request' } }]);
    const [reply] = replies;
    const said = reply?.type === 'reply' && 'error' in reply ? reply.error.message : '';
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  it('of any content get one reply each, and the window stays open', async () => {
    const needNothing = ['reset', 'exchanges'];
    const names = Object.keys(requestSchemas).filter((name) => !needNothing.includes(name));
    const requests = fc.record({ id: fc.nat({ max: 1_000 }), name: fc.constantFrom(...names), params: fc.jsonValue() });
    const frame = fc.oneof(
      fc.string(),
      fc.json(),
      requests.map((request) => JSON.stringify(request)),
    );
    const property = fc.asyncProperty(fc.array(frame, { maxLength: 20 }), async (frames) => {
      const replies = await repliesTo(frames);
      expect(replies.map(({ type }) => type)).toEqual(frames.map(() => 'reply'));
      for (const reply of replies) expect(reply).toMatchObject({ error: { code: 'invalid_request' } });
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it('by the thousand are all answered', async () => {
    const channel = ana.channel('#web-ops');
    const replies = Array.from({ length: 1_000 }, () => ana.request('history', { channel }));
    expect(await Promise.all(replies)).toHaveLength(1_000);
  });

  it('that are deeply nested are refused', async () => {
    const deep = `{"id":1,"name":"post","params":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(await repliesTo([deep])).toMatchObject([{ type: 'reply', error: { code: 'invalid_request' } }]);
  });

  it('that are too large close their window, and no other', async () => {
    const ben = await served.open('?as=ben');
    const end = closed(ana);
    ana.socket.send('x'.repeat(2 * 1024 * 1024));
    expect(await end).toBe(1009);
    expect(await ben.request('history', { channel: ben.channel('#web-ops') })).toMatchObject({ hasMore: false });
    await ben.close();
  });

  it('with a message of the greatest length fit', async () => {
    const channel = ana.channel('#web-ops');
    const { text } = await ana.request('post', { channel, text: '\u{1F9E8}'.repeat(20_000) });
    expect([...text]).toHaveLength(20_000);
  });
});

describe('a window that does not read', () => {
  it('is dropped; the others go on', async () => {
    const ben = await served.open('?as=ben');
    ana.socket.pause();
    const channel = ben.channel('#watercooler');
    for (let index = 0; index < 600; index += 1) {
      await served.scene.slack.as('ben').post('#watercooler', `${index} ${'x'.repeat(39_000)}`);
      if (index % 50 === 0) await ben.request('history', { channel, limit: 1 });
    }
    await ben.request('history', { channel, limit: 1 });
    const end = closed(ana);
    const next = await served.open();
    expect(next.hello.me.name).toBe('ana');
    ana.socket.resume();
    expect(await end).toBe(1006);
    await Promise.all([ben.close(), next.close()]);
    served.scene.slack.reset();
  });
});
