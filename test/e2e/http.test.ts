import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { createSlackBot, type SlackBot } from '../../src/slack/app.js';
import { freePort, shippedLookup } from '../support/bot.js';

describe('signed HTTP', () => {
  let slack: LocalSlack;
  let bot: SlackBot;
  let url: string;
  beforeAll(async () => {
    slack = await startLocalSlack({ delivery: { type: 'http' } });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const config = {
      botToken: slack.botToken,
      transport: { type: 'http' as const, signingSecret: slack.signingSecret, port, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
      knowledgeBase: null,
      ask: null,
      logLevel: 'silent' as const,
    };
    bot = createSlackBot(config, await shippedLookup(), createLogger('silent'));
    await bot.start();
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  const body = new URLSearchParams({
    command: '/kb',
    text: '401.5',
    team_id: 'T1',
    user_id: 'U1',
    trigger_id: '1.2',
  }).toString();

  function send(secret: string, at: number): Promise<Response> {
    const timestamp = String(Math.floor(at / 1000));
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    return fetch(`${url}/slack/events`, { method: 'POST', headers, body });
  }

  it('answers a request that Slack signed', async () => {
    const response = await send(slack.signingSecret, Date.now());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      response_type: 'in_channel',
      text: expect.stringContaining('401.5'),
    });
  });

  it.each([
    ['signed with another secret', 'another secret', 0],
    ['signed ten minutes ago', null, -600_000],
  ])('refuses a request %s', async (_, secret, offset) => {
    expect((await send(secret ?? slack.signingSecret, Date.now() + offset)).status).toBe(401);
  });

  it('says that it is healthy', async () => {
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { ready: true }]);
  });
});
