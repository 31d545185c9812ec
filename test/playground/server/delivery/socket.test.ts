import { once } from 'node:events';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBare, connectBot, webClient } from '../bots.js';

const isEvent = ({ type }: Json): boolean => type === 'events_api';
const isCommand = ({ type }: Json): boolean => type === 'slash_commands';

let slack: LocalSlack;

afterEach(() => slack.stop());

describe('Socket Mode, envelope by envelope', () => {
  beforeEach(async () => {
    slack = await startLocalSlack({ ackTimeoutMs: 300, retryDelaysMs: [0, 20] });
  });

  it('greets with the number of connections', async () => {
    const first = await connectBare(slack);
    const second = await connectBare(slack);
    expect(first.received[0]).toMatchObject({ type: 'hello', num_connections: 1 });
    expect(second.received[0]).toMatchObject({
      type: 'hello',
      num_connections: 2,
      debug_info: { host: 'local-slack' },
    });
  });

  it('takes the payload of the acknowledgement as the answer', async () => {
    const bot = await connectBare(slack);
    const asked = slack.as('ana').command('/kb', '401.5', '#web-ops');
    const envelope = await bot.next(isCommand);
    expect(envelope).toMatchObject({ accepts_response_payload: true, payload: { command: '/kb', text: '401.5' } });
    expect(envelope).not.toHaveProperty('retry_attempt');
    bot.ack(envelope, { text: 'here' });
    expect((await asked).message?.text).toBe('here');
  });

  it('gives each delivery to one connection, in turn', async () => {
    const bots = [await connectBare(slack), await connectBare(slack)];
    const asked = ['1', '2', '3', '4'].map((text) => slack.as('ana').command('/kb', text, '#web-ops'));
    await Promise.all(asked);
    expect(bots.map(({ received }) => received.filter(isCommand).length)).toEqual([2, 2]);
  });

  it('delivers an event again until it is acknowledged', async () => {
    const bot = await connectBare(slack);
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    const last = await bot.next(({ retry_attempt }) => retry_attempt === 2);
    bot.ack(last);
    await slack.quiet(350);
    const events = bot.received.filter(isEvent);
    expect(events.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
    expect(new Set(events.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    const deliveries = slack.log.filter(({ direction }) => direction === 'to-bot');
    expect(deliveries.map(({ error }) => error)).toEqual(['operation_timeout', 'operation_timeout', null]);
  });

  it('sends a duplicate with the same envelope_id', async () => {
    const bot = await connectBare(slack);
    slack.duplicateNextEvent();
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    bot.ack(await bot.next(isEvent));
    await slack.quiet();
    const ids = bot.received.filter(isEvent).map(({ envelope_id }) => envelope_id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('says operation_timeout when the acknowledgement is late', async () => {
    const bot = await connectBare(slack);
    const asked = slack.as('ana').command('/kb', '401.5', '#web-ops');
    const envelope = await bot.next(isCommand);
    expect(await asked).toMatchObject({ ack: null, error: 'operation_timeout', message: null });
    bot.ack(envelope, { text: 'too late' });
    await slack.quiet();
    expect(slack.messages('#web-ops', { as: 'ana' })).toEqual([]);
  });

  it('says dispatch_failed when nobody is connected', async () => {
    expect(await slack.as('ana').command('/kb', '401.5', '#web-ops')).toMatchObject({ error: 'dispatch_failed' });
  });

  it('counts the ordered delay towards the time-out', async () => {
    const bot = await connectBare(slack);
    slack.delayDeliveries(600);
    expect((await slack.as('ana').command('/kb', '401.5', '#web-ops')).error).toBe('operation_timeout');
    expect(bot.received.filter(isCommand)).toEqual([]);
  });

  it.each([
    ['an invented ticket', 'invented'],
    ['a used ticket', null],
  ])('refuses %s', async (_what, invented) => {
    const { url = '' } = await webClient(slack, slack.appToken).apps.connections.open();
    const target = invented === null ? url : url.replace(/ticket=.*/, `ticket=${invented}`);
    if (invented === null) await once(new WebSocket(target), 'open');
    const [error] = await once(new WebSocket(target), 'error');
    expect(String(error)).toContain('401');
  });

  it('lets ten connections in and turns the eleventh away', async () => {
    for (let count = 0; count < 10; count += 1) await connectBare(slack);
    const { url = '' } = await webClient(slack, slack.appToken).apps.connections.open();
    const [message] = await once(new WebSocket(url), 'message');
    expect(JSON.parse(String(message))).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  });
});

describe('Socket Mode with Bolt', () => {
  let app: App;
  let asked: string[] = [];

  function listen(bot: App): void {
    bot.command('/kb', async ({ ack, payload }) => {
      asked.push(payload.text);
      await ack(`you asked ${payload.text}`);
    });
    bot.event('app_mention', async ({ event, context }) => {
      asked.push(`${event.text} ${context.retryNum ?? 0}`);
    });
  }

  beforeEach(async () => {
    slack = await startLocalSlack({ retryDelaysMs: [0, 20, 1_500] });
    asked = [];
    app = await connectBot(slack, listen, 400);
  });

  afterEach(async () => {
    await app.stop();
  });

  it('answers a command', async () => {
    const { message, ack } = await slack.as('ana').command('/kb', '401.5', '#web-ops');
    expect(message).toMatchObject({ text: 'you asked 401.5', ephemeral_to: slack.as('ana').user.id });
    expect(ack?.milliseconds).toBeGreaterThan(0);
  });

  it.each([
    ['asked to go', (there: LocalSlack) => there.disconnect('refresh_requested')],
    ['cut', (there: LocalSlack) => there.dropSockets()],
  ])('comes back after its connection was %s', async (_how, makeTrouble) => {
    makeTrouble(slack);
    expect((await slack.as('ana').command('/kb', 'lost', '#web-ops')).error).toBe('dispatch_failed');
    await slack.waitForBot();
    expect((await slack.as('ana').command('/kb', 'back', '#web-ops')).message?.text).toBe('you asked back');
    expect(asked).toEqual(['back']);
  });

  it.each(['mute', 'half-open'] as const)('loses what is sent down a connection that is %s', async (how) => {
    slack.deafenSockets(how);
    expect(slack.botIsOnline).toBe(false);
    expect((await slack.as('ana').command('/kb', 'lost', '#web-ops')).error).toBe('operation_timeout');
    expect(asked).toEqual([]);
    await connectBot(slack, listen, 400).then((other) => other.stop());
  });

  it('retries an event that nobody was there for', async () => {
    slack.dropSockets();
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    await expect.poll(() => asked, { timeout: 5_000 }).toEqual([expect.stringMatching(/401\.5 [123]$/)]);
    const [first] = slack.log.filter(({ name }) => name === 'events_api');
    expect(first?.error).toBe('dispatch_failed');
  });
});
