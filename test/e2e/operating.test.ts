import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createMetrics } from '../../src/operating/metrics.js';
import { createObserver } from '../../src/operating/observe.js';
import { freePort, type Scene, shippedLookup, startScene, visibleText } from '../support/bot.js';
import { logLines } from '../support/lines.js';
import { samplesOf } from '../support/prometheus.js';

describe.each(['socket', 'http'] as const)('what somebody who runs the bot is told over %s', (transport) => {
  const { to, lines } = logLines();
  const metrics = createMetrics({ version: '0', transport });
  let scene: Scene;
  let url: string;

  beforeAll(async () => {
    const log = createLogger('info', { to, onError: metrics.error });
    const watching = { observer: createObserver(metrics, null), metrics };
    scene = await startScene({ transport, log, watching, port: await freePort() });
    url = `http://127.0.0.1:${scene.httpPort}`;
    metrics.watch(async () => ({ ...(await scene.bot.vitals()), brokenArticles: 0, indexStale: false }));
  });
  afterAll(() => scene.end());

  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const samples = async () => samplesOf((await get('/metrics')).text);

  it('is alive and ready', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, text: '{"alive":true}\n' });
    const ready = await get('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toMatchObject([
      200,
      { ready: true, degraded: [], checks: { index: { state: 'loaded' }, slack: { state: 'connected' } } },
    ]);
  });

  it('counts acknowledgements by surface, lookups by outcome, and calls by method and result', async () => {
    const ana = scene.slack.as('ana');
    await ana.command('/kb', '401.5', '#incident-4711');
    await ana.command('/kb', 'zebra umbrella', '#incident-4711');
    await ana.post('#incident-4711', '@Substatus 403.14');
    await scene.settled();
    const page = await get('/metrics');
    expect([page.status, page.type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(samplesOf(page.text)).toMatchObject({
      'substatus_ack_seconds_count{surface="command"}': 2,
      'substatus_ack_seconds_count{surface="mention"}': 1,
      'substatus_request_seconds_count{surface="mention"}': 1,
      'substatus_lookups_total{surface="command",outcome="answer"}': 1,
      'substatus_lookups_total{surface="command",outcome="none"}': 1,
      'substatus_lookups_total{surface="mention",outcome="answer"}': 1,
      'substatus_slack_calls_total{method="chat.postMessage",result="ok"}': 1,
      substatus_ready: 1,
      substatus_slack_connected: 1,
      substatus_index_articles: (await shippedLookup()).size,
    });
    expect(page.text).not.toMatch(/zebra|umbrella|incident|C0|U0/);
  });

  it('counts what Slack refuses, slows down and fails, and its lines of the log carry the reference of the card', async () => {
    scene.slack.rateLimit('chat.postMessage', { retryAfter: 1 });
    await scene.slack.as('ana').post('@Substatus', '401.5');
    await scene.settled();
    scene.slack.failNext('chat.postMessage', { error: 'msg_too_long' });
    await scene.slack.as('ana').post('@Substatus', '401.5');
    const card = await scene.slack.waitForMessage((message) => visibleText(message).includes('reference'));
    await scene.settled();
    expect(await samples()).toMatchObject({
      'substatus_slack_calls_total{method="chat.postMessage",result="rate_limited"}': 1,
      'substatus_slack_calls_total{method="chat.postMessage",result="refused"}': 1,
      'substatus_slack_refusals_total{error="msg_too_long"}': 1,
      'substatus_errors_total{code="msg_too_long"}': 1,
    });
    const reference = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(visibleText(card))?.[0];
    expect(lines.find(({ msg }) => msg === 'listener failed')).toMatchObject({ reference });
    const slowedDown = lines.find(({ msg }) => String(msg).includes('rate limiting'));
    expect(slowedDown?.reference).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  });

  it('tells once of a token that was revoked, is not ready until Slack takes it again, and says so', async () => {
    lines.length = 0;
    scene.slack.failNext('chat.postMessage', { error: 'token_revoked' }, 4);
    await scene.slack.as('ana').post('@Substatus', '401.5');
    await scene.slack.as('ana').post('@Substatus', '403.14');
    await scene.settled();
    const told = lines.filter(({ setting }) => setting === 'SLACK_BOT_TOKEN');
    expect(told).toMatchObject([{ level: 50, refusal: 'token_revoked', msg: expect.stringContaining('valid one') }]);
    expect(await get('/readyz')).toMatchObject({ status: 503, text: expect.stringContaining('token refused') });
    expect(await get('/healthz')).toMatchObject({ status: 200 });
    expect(await samples()).toMatchObject({ substatus_slack_token_refused: 1, substatus_ready: 0 });
    const other = new WebClient('xoxb-of-another-workspace', { slackApiUrl: scene.slack.apiUrl });
    await other.auth.test().catch(() => null);
    expect(scene.bot.isReady()).toBe(false);
    await scene.slack.as('ana').post('@Substatus', '401.5');
    await scene.settled();
    expect(await get('/readyz')).toMatchObject({ status: 200 });
    expect(lines.at(-1)).toMatchObject({ setting: 'SLACK_BOT_TOKEN', msg: 'Slack takes the token again' });
  });
});
