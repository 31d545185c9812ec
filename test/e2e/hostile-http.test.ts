import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { createSlackBot, type SlackBot } from '../../src/slack/app.js';
import { configFor, freePort, shippedLookup } from '../support/bot.js';
import { head, openRawSocket, statusOf } from '../support/raw-socket.js';
import { type SignedRequest, sendSigned, signed } from '../support/signed-request.js';

const seconds = 1_000;
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** The bot's HTTP server in front of whoever can reach it: nothing here comes from Slack but what says so. */
describe('the HTTP server before strangers', () => {
  let slack: LocalSlack;
  let bot: SlackBot;
  let port: number;
  let url: string;
  const log: string[] = [];
  const crashes: unknown[] = [];
  const noteCrash = (error: unknown) => crashes.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', noteCrash);
    slack = await startLocalSlack({ delivery: { type: 'http' } });
    port = await freePort();
    url = `http://127.0.0.1:${port}/slack/events`;
    const config = configFor(slack, 'http', port);
    bot = createSlackBot(config, await shippedLookup(), pino({ level: 'debug' }, { write: (line) => log.push(line) }));
    await bot.start();
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
    process.off('unhandledRejection', noteCrash);
    expect(crashes).toEqual([]);
  });

  let triggers = 0;
  const command = (): URLSearchParams => {
    triggers += 1;
    return new URLSearchParams({
      command: '/kb',
      text: '401.5',
      team_id: 'T1',
      user_id: 'U1',
      trigger_id: `9.${triggers}`,
    });
  };
  const send = (odd: Partial<SignedRequest> = {}) =>
    sendSigned(url, { body: command(), secret: slack.signingSecret, ...odd });
  const status = async (odd: Partial<SignedRequest> = {}) => (await send(odd)).status;
  const answersStill = async () => expect(await status()).toBe(200);
  const questionsAsked = () => slack.log.length;

  describe('signatures', () => {
    it('refuses a request without one', async () => {
      const answer = await fetch(url, { method: 'POST', body: command() });
      expect([answer.status, await answer.text()]).toEqual([401, '']);
    });

    const wrong: [string, (headers: Record<string, string>) => Record<string, string>][] = [
      ['of another secret', () => signed({ body: command(), secret: 'x'.repeat(32) }).headers],
      ['that is empty', (headers) => ({ ...headers, 'x-slack-signature': '' })],
      ['that is a version only', (headers) => ({ ...headers, 'x-slack-signature': 'v0=' })],
      ['that is too short', (headers) => ({ ...headers, 'x-slack-signature': 'v0=00' })],
      ['of another version', (headers) => ({ ...headers, 'x-slack-signature': `v1=${'0'.repeat(64)}` })],
      ['said twice', (headers) => ({ ...headers, 'x-slack-signature': `${headers['x-slack-signature']}, v0=00` })],
      [
        'in capitals',
        (headers) => ({ ...headers, 'x-slack-signature': String(headers['x-slack-signature']).toUpperCase() }),
      ],
      ['whose time is missing', ({ 'x-slack-request-timestamp': _, ...headers }) => headers],
      ['whose time is no number', (headers) => ({ ...headers, 'x-slack-request-timestamp': 'NaN' })],
      [
        'whose time is written otherwise',
        (headers) => ({ ...headers, 'x-slack-request-timestamp': `${headers['x-slack-request-timestamp']}.0` }),
      ],
      [
        'whose time was moved',
        (headers) => ({
          ...headers,
          'x-slack-request-timestamp': String(Number(headers['x-slack-request-timestamp']) + 1),
        }),
      ],
    ];
    it.each(wrong)('refuses one %s', async (_, spoil) => {
      const { text, headers } = signed({ body: command(), secret: slack.signingSecret });
      expect((await fetch(url, { method: 'POST', body: text, headers: spoil(headers) })).status).toBe(401);
      await answersStill();
    });

    it('refuses a body that was changed after it was signed', async () => {
      const { text, headers } = signed({ body: command(), secret: slack.signingSecret });
      expect((await fetch(url, { method: 'POST', body: text.replace('401.5', '403.1'), headers })).status).toBe(401);
    });

    it.each([
      ['six minutes ago', -360, 401],
      ['four minutes ago', -240, 200],
      ['half a minute from now, by a clock that is ahead', 30, 200],
      ['two minutes from now', 120, 401],
      ['in a year', 365 * 24 * 3600, 401],
    ])('signed %s', async (_, offset, expected) => {
      expect(await status({ at: Date.now() + offset * seconds })).toBe(expected);
    });

    it('refuses the same request a second time, also at once', async () => {
      const once = signed({ body: command(), secret: slack.signingSecret });
      const post = () => fetch(url, { method: 'POST', body: once.text, headers: once.headers });
      const answers = await Promise.all([post(), post(), post()]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401]);
      expect((await post()).status).toBe(401);
    });

    it('takes what Slack sends again, which is signed anew, and answers it once', async () => {
      const body = command();
      const at = Date.now();
      const first = await send({ body, at: at - 2 * seconds });
      const again = await send({
        body,
        at,
        headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
      });
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(await first.text()).toContain('401.5');
      expect(await again.text()).toBe('');
    });

    it('takes a content type with parameters, as proxies write it', async () => {
      const { text, headers } = signed({ body: command(), secret: slack.signingSecret });
      const named = { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
      expect((await fetch(url, { method: 'POST', body: text, headers: named })).status).toBe(200);
    });

    it('answers ssl_check unsigned, and nothing that comes with it', async () => {
      const before = questionsAsked();
      const smuggled = new URLSearchParams([...command(), ['ssl_check', '1'], ['payload', '{"type":"block_actions"}']]);
      const answer = await fetch(url, { method: 'POST', body: smuggled });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      expect(questionsAsked()).toBe(before);
      for (const other of ['ssl_check=0', 'ssl_check=1&ssl_check=2'.replace('1&', ''), 'ssl_check', 'ssl_check=true']) {
        const body = new URLSearchParams(other);
        expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
      }
    });
  });

  describe('bodies', () => {
    it.each(['application/json', 'application/x-www-form-urlencoded'])(
      'refuses a %s that is too large',
      async (type) => {
        const body = `{"a":"${'a'.repeat(3 * megabyte)}"}`;
        const large = signed({ body, secret: slack.signingSecret, headers: { 'content-type': type } });
        const socket = await openRawSocket(port);
        socket.send(head('POST /slack/events HTTP/1.1', { ...large.headers, 'content-length': String(body.length) }));
        const received = await socket.closed;
        expect(statusOf(received)).toBe(413);
        expect(received).toMatch(/^connection: close/im);
      },
    );

    it('ends a chunked body that never ends, and keeps none of it', async () => {
      const { headers } = signed({ body: '{}', secret: slack.signingSecret });
      const before = process.memoryUsage().arrayBuffers;
      const socket = await openRawSocket(port);
      socket.send(head('POST /slack/events HTTP/1.1', { ...headers, 'transfer-encoding': 'chunked' }));
      const chunk = `10000\r\n${'a'.repeat(64 * kilobyte)}\r\n`;
      let sent = 0;
      while (socket.send(chunk) || sent < 64 * megabyte) {
        sent += chunk.length;
        await wait(0);
        if (socket.received !== '') break;
      }
      expect(statusOf(await socket.closed)).toBe(413);
      expect(sent).toBeLessThan(32 * megabyte);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * megabyte);
      await answersStill();
    });

    it('reads little of what is not signed at all', async () => {
      const socket = await openRawSocket(port);
      socket.send(
        head('POST /slack/events HTTP/1.1', { 'content-type': 'application/json', 'content-length': String(megabyte) }),
      );
      expect(statusOf(await socket.closed)).toBe(413);
    });

    it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])(
      'refuses the type %j',
      async (type) => {
        expect(await status({ body: '{}', headers: { 'content-type': type } })).toBe(415);
      },
    );

    const malformed = ['', ' ', 'null', '[]', '5', '"text"', '{', '{"a":', 'nul', '\0', '{"a":1}x', '﻿{}'.repeat(2)];
    it.each(malformed)('refuses the signed JSON %j', async (body) => {
      expect(await status({ body })).toBe(400);
    });

    it.each([...malformed.slice(1), '{}}'])('refuses the signed payload %j', async (payload) => {
      expect(await status({ body: new URLSearchParams({ payload }) })).toBe(400);
    });

    it('outlives JSON that is nested without end', async () => {
      const depth = 500_000;
      const body = `{"type":"event_callback","event":${'['.repeat(depth)}${']'.repeat(depth)}}`;
      expect(await status({ body })).toBeGreaterThanOrEqual(200);
      await answersStill();
    });

    const shapes: object[] = [
      {},
      { type: 'event_callback' },
      { type: 'event_callback', event: null },
      { type: 'event_callback', event: 'text' },
      { type: 'event_callback', event: { type: 'app_mention' } },
      { type: 'event_callback', event: { type: 'app_mention', text: { a: 1 }, user: 5, channel: [], ts: {} } },
      {
        type: 'event_callback',
        event: { type: 'message', channel_type: 'im', user: 'U1', text: null, ts: '1.1', channel: null },
      },
      { type: 'event_callback', event: { type: 'app_home_opened', tab: 'home' } },
      { type: 'url_verification' },
    ];
    it('outlives signed events of any shape', async () => {
      await Promise.all(shapes.map((body) => send({ body })));
      await answersStill();
    }, 20_000);

    const user = { id: 'U1' };
    const interactions: object[] = [
      { type: 'block_actions' },
      { type: 'block_actions', user, actions: [] },
      { type: 'block_actions', user, actions: [null] },
      { type: 'block_actions', user, actions: [{ type: 'button', action_id: 'kb:v1:full', block_id: 'b', value: 7 }] },
      { type: 'block_actions', user, container: {}, actions: [{ type: 'button', action_id: {}, block_id: 'b' }] },
      { type: 'view_submission', user },
      { type: 'view_submission', user, view: { callback_id: 'kb:v1:search' } },
      { type: 'view_submission', user, view: { callback_id: 'kb:v1:search', state: null, private_metadata: {} } },
      {
        type: 'view_submission',
        user,
        view: {
          callback_id: 'kb:v1:search',
          state: { values: { __proto__: null } },
          private_metadata: '{"__proto__":{"a":1}}',
        },
      },
      { type: 'block_suggestion', user, action_id: 'kb:v1:pick-article', block_id: 'kb:v1:pick', value: null },
      { type: 'message_action', callback_id: 'kb_lookup_message', user },
      { type: 'message_action', callback_id: 'kb_lookup_message', user, message: { blocks: 'no' }, channel: null },
      { type: 'shortcut', callback_id: null, user },
      { type: 'dialog_submission', callback_id: 'x', user },
    ];
    it('outlives signed interactions of any shape', async () => {
      const bodies = interactions.map(
        (payload) => new URLSearchParams({ payload: JSON.stringify({ team: { id: 'T1' }, ...payload }) }),
      );
      await Promise.all(bodies.map((body) => send({ body })));
      await answersStill();
    }, 20_000);

    it(
      'is changed by no name of a prototype',
      async () => {
        const poison = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
        const view = `{"callback_id":"kb:v1:search","state":{"values":{${poison}}},"private_metadata":"{}",${poison}}`;
        for (const body of [
          `{"type":"event_callback","team_id":"T1","event":{"type":"app_mention","user":"U1","channel":"C1","ts":"1.9",${poison}},${poison}}`,
          new URLSearchParams({ payload: `{"type":"view_submission","user":{"id":"U1"},"view":${view},${poison}}` }),
          new URLSearchParams({
            command: '/kb',
            text: '401',
            __proto__: 'x',
            'constructor[prototype][polluted]': '1',
            trigger_id: '9.0',
          }),
        ]) {
          await send({ body });
        }
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        await answersStill();
      },
      20 * seconds,
    );
  });

  describe('methods, paths and headers', () => {
    it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('refuses %s where Slack posts', async (method) => {
      const answer = await fetch(url, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    });

    it.each([
      '/',
      '//',
      '/slack',
      '/slack/events/',
      '/slack/events/..',
      '/slack//events',
      '/%',
      '/healthz%00',
      '*',
      '/../etc/passwd',
      '/.env',
      '/metrics%2f..',
    ])('has nothing at %s', async (path) => {
      for (const method of ['GET', 'POST']) {
        const socket = await openRawSocket(port);
        socket.send(head(`${method} ${path} HTTP/1.1`, { connection: 'close', 'content-length': '0' }));
        expect([404, 400]).toContain(statusOf(await socket.closed));
      }
      await answersStill();
    });

    it.each([
      ['no HTTP at all', 'HELLO\r\n\r\n', 400],
      ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
      ['a header that never ends', `GET / HTTP/1.1\r\nx: ${'a'.repeat(100_000)}`, 431],
      [
        'thousands of headers',
        head('GET / HTTP/1.1', Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`x${at}`, '1']))),
        431,
      ],
      [
        'two lengths',
        'POST /slack/events HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
        400,
      ],
      [
        'a length and chunks',
        'POST /slack/events HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
        400,
      ],
      ['a negative length', 'POST /slack/events HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 400],
      ['a header folded over lines', 'GET / HTTP/1.1\r\nhost: a\r\nx: a\r\n b\r\n\r\n', 400],
      ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ])('refuses %s', async (_, bytes, expected) => {
      const socket = await openRawSocket(port);
      socket.send(Buffer.from(bytes, 'latin1'));
      expect(statusOf(await socket.closed)).toBe(expected);
      await answersStill();
    });

    it.each(['/healthz', '/slack/events', '/nowhere'])('tells nothing about itself at %s', async (path) => {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    });

    it('opens no tunnel and no WebSocket', async () => {
      for (const line of ['CONNECT evil.example:443 HTTP/1.1', 'GET /slack/events HTTP/1.1']) {
        const socket = await openRawSocket(port);
        socket.send(
          head(line, { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }),
        );
        await wait(50);
        socket.destroy();
        expect(await socket.closed).not.toMatch(/^HTTP\/1\.1 [12]/);
      }
    });
  });

  describe('slow clients', () => {
    it(
      'cuts off one that sends no headers, one that dribbles them, and one that dribbles a body',
      async () => {
        const { headers } = signed({ body: '{}', secret: slack.signingSecret });
        const [silent, dribbling, dribblingBody] = await Promise.all([
          openRawSocket(port),
          openRawSocket(port),
          openRawSocket(port),
        ]);
        dribbling.send('POST /slack/events HTTP/1.1\r\nhost: a\r\n');
        dribblingBody.send(head('POST /slack/events HTTP/1.1', { ...headers, 'content-length': '1000' }));
        const drip = setInterval(() => {
          dribbling.send('x-a: b\r\n');
          dribblingBody.send(' ');
        }, 200);
        const began = Date.now();
        const ends = await Promise.all([silent.closed, dribbling.closed, dribblingBody.closed]);
        clearInterval(drip);
        expect(ends.map(statusOf)).toEqual([408, 408, 408]);
        expect(Date.now() - began).toBeLessThan(25 * seconds);
        await answersStill();
      },
      40 * seconds,
    );

    it(
      'answers while hundreds of connections hold on to it',
      async () => {
        const held = await Promise.all(Array.from({ length: 500 }, () => openRawSocket(port)));
        for (const socket of held) socket.send('POST /slack/events HTTP/1.1\r\nhost: a\r\n');
        await answersStill();
        for (const socket of held) socket.destroy();
      },
      40 * seconds,
    );

    it('lets go of clients that hang up in the middle', async () => {
      const { headers } = signed({ body: '{}', secret: slack.signingSecret });
      for (let times = 0; times < 20; times += 1) {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => {});
        socket.write(head('POST /slack/events HTTP/1.1', { ...headers, 'content-length': '1000' }));
        await wait(2);
        socket.resetAndDestroy();
      }
      await answersStill();
      expect(bot.underWay).toBe(0);
    });
  });

  it('wrote no secret, no body and no flood into the log', () => {
    const written = log.join('');
    expect(written).not.toContain(slack.signingSecret);
    expect(written).not.toContain(slack.botToken);
    expect(written).not.toContain('aaaaaaaaaaaaaaaa');
    expect(written.length).toBeLessThan(200 * kilobyte);
  });
});
