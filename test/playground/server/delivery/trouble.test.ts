import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isJson } from '../../../../src/playground/server/json.js';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBot } from '../bots.js';

let slack: LocalSlack;
let app: App;

beforeEach(async () => {
  slack = await startLocalSlack({ retryDelaysMs: [50, 50, 50], ackTimeoutMs: 1_000 });
  app = await connectBot(slack);
});
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

/** Deliveries of events, as they ended. */
const deliveries = () => slack.log.filter(({ name }) => name === 'events_api');

describe('a delivery in trouble', () => {
  it.each([
    ['unsent', 'dispatch_failed'],
    ['sent', 'operation_timeout'],
  ] as const)('whose connection is cut when it is %s fails, and its event comes again', async (when, error) => {
    slack.dropNextDeliveries(when);
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    await expect.poll(() => deliveries()[0]).toMatchObject({ error, retry: null });
    await expect.poll(() => deliveries()[1]).toMatchObject({ retry: { attempt: 1 } });
  });

  it('whose connection is cut after its acknowledgement has arrived', async () => {
    slack.dropNextDeliveries('acked');
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    await expect.poll(() => deliveries()).toMatchObject([{ error: null, status: 200 }]);
    expect(slack.botIsOnline).toBe(false);
  });

  it('whose acknowledgement is lost comes again, and says so unless that is hidden', async () => {
    slack.loseAcks();
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    await expect.poll(() => deliveries().map(({ error }) => error)).toEqual(['operation_timeout', null]);
    expect(deliveries()[1]).toMatchObject({ retry: { attempt: 1, reason: 'timeout' } });
    slack.reset();
    slack.loseAcks();
    slack.hideRetries(true);
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    await expect.poll(() => deliveries().map(({ retry }) => retry)).toEqual([null, null]);
  });

  it('waits for those after it when events are reordered', async () => {
    slack.reorderEvents(2);
    await slack.as('ana').post('#web-ops', '@Substatus one');
    expect(deliveries()).toEqual([]);
    await slack.as('ana').post('#web-ops', '@Substatus two');
    await slack.quiet();
    const texts = deliveries().map(({ payload }) => (isJson(payload.event) ? payload.event.text : null));
    expect(texts).toEqual([expect.stringContaining('two'), expect.stringContaining('one')]);
  });
});

describe('a call in trouble', () => {
  const call = () => {
    const client = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 300,
    });
    return client.chat.postMessage({ channel: slack.channel('#web-ops').id, text: 'hello' });
  };

  it.each([
    ['request', 'cut', 0],
    ['reply', 'cut', 1],
    ['request', 'silent', 0],
    ['reply', 'silent', 1],
  ] as const)('%s lost, %s: it gets no answer, and %i message stands there', async (lost, how, messages) => {
    slack.failNext('chat.postMessage', { lost, how });
    await expect(call()).rejects.toThrow();
    expect(slack.messages('#web-ops')).toHaveLength(messages);
    expect(slack.log.at(-1)).toMatchObject({ name: 'chat.postMessage', status: null, error: 'lost' });
    await expect(call()).resolves.toMatchObject({ ok: true });
  });

  it('to a response_url that is too old is refused', async () => {
    slack.expireResponseUrls(1);
    await slack.as('ana').command('/kb', '401.5', '#web-ops');
    const url = String(slack.log.find(({ name }) => name === 'slash_commands')?.payload.response_url);
    expect((await fetch(url, { method: 'POST', body: '{"text":"late"}' })).status).toBe(404);
  });
});
