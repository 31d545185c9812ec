import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createDeliveries, deliveryKey } from '../../src/slack/deduplicate.js';

describe('deliveryKey', () => {
  it('is the same for two events about one message', () => {
    const event = { type: 'app_mention', channel: 'C1', ts: '1.2' };
    const other = { type: 'message', channel: 'C1', ts: '1.2' };
    expect(deliveryKey({ team_id: 'T1', event })).toBe(deliveryKey({ team_id: 'T1', event: other }));
  });

  it.each([
    ['another team', { team_id: 'T2', event: { channel: 'C1', ts: '1.2' } }],
    ['another channel', { team_id: 'T1', event: { channel: 'C2', ts: '1.2' } }],
    ['another time stamp', { team_id: 'T1', event: { channel: 'C1', ts: '1.3' } }],
  ])('differs for %s', (_, body) => {
    expect(deliveryKey(body)).not.toBe(deliveryKey({ team_id: 'T1', event: { channel: 'C1', ts: '1.2' } }));
  });

  it('knows a command and a click by the trigger', () => {
    expect(deliveryKey({ team_id: 'T1', trigger_id: '7.8' })).toBe(
      deliveryKey({ team: { id: 'T1' }, trigger_id: '7.8' }),
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
