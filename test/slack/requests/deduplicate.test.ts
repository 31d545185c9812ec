import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/log.js';
import { createDeliveries, deliveryKey } from '../../../src/slack/requests/deduplicate.js';

describe('deliveryKey', () => {
  it('is none for what is said in a channel', () => {
    const event = { type: 'message', channel_type: 'channel', channel: 'C1', ts: '1.2' };
    expect(deliveryKey({ event }, 'T1')).toBeNull();
  });

  it('is the same for two events about one message', () => {
    const event = { type: 'app_mention', channel: 'C1', ts: '1.2' };
    const other = { type: 'message', channel: 'C1', ts: '1.2' };
    expect(deliveryKey({ event }, 'T1')).toBe(deliveryKey({ event: other }, 'T1'));
  });

  it.each([
    ['another team', 'T2', { event: { channel: 'C1', ts: '1.2' } }],
    ['another channel', 'T1', { event: { channel: 'C2', ts: '1.2' } }],
    ['another time stamp', 'T1', { event: { channel: 'C1', ts: '1.3' } }],
  ])('differs for %s', (_, team, body) => {
    expect(deliveryKey(body, team)).not.toBe(deliveryKey({ event: { channel: 'C1', ts: '1.2' } }, 'T1'));
  });

  it('knows a command and a click by the trigger', () => {
    expect(deliveryKey({ trigger_id: '7.8' }, 'T1')).toBe(
      deliveryKey({ type: 'block_actions', trigger_id: '7.8' }, 'T1'),
    );
  });

  it.each([
    ['type-ahead', { type: 'block_suggestion', trigger_id: '1' }],
    ['a closed window', { type: 'view_closed', trigger_id: '1' }],
    ['an event without a message', { event: { type: 'tokens_revoked' } }],
  ])('is null for %s', (_, body) => {
    expect(deliveryKey(body)).toBeNull();
  });
});

describe('createDeliveries', () => {
  const log = createLogger('silent');

  it('takes each key on once', async () => {
    const deliveries = createDeliveries(null, log);
    expect(await Promise.all([deliveries.takeOn('a'), deliveries.takeOn('b'), deliveries.takeOn('a')])).toEqual([
      true,
      true,
      false,
    ]);
  });
});
