import { describe, expect, it } from 'vitest';
import { matches, millisecondsText, summaryOf } from '../../../../src/playground/page/inspector/exchange-text.js';
import type { NumberedExchange } from '../../../../src/playground/protocol.js';

function exchange(changes: Partial<NumberedExchange>): NumberedExchange {
  return {
    number: 1,
    direction: 'to-bot',
    name: 'slash_commands',
    at: 0,
    milliseconds: 3.21,
    payload: { command: '/kb', text: '401.5 NTLM' },
    response: { text: 'HTTP 401.5' },
    status: 200,
    error: null,
    retry: null,
    ...changes,
  };
}

const click = exchange({
  name: 'interactive',
  payload: { type: 'block_actions', actions: [{ action_id: 'kb:v1:full' }] },
});
const failed = exchange({
  direction: 'from-bot',
  name: 'chat.postMessage',
  payload: { channel: 'C0WEBOPS0' },
  response: null,
  status: null,
  error: 'dispatch_failed',
  retry: { attempt: 2, reason: 'timeout' },
});

describe('a request in the inspector', () => {
  it.each([
    [exchange({}), '/kb 401.5 NTLM'],
    [click, 'block_actions kb:v1:full'],
    [
      exchange({ name: 'interactive', payload: { type: 'block_suggestion', action_id: 'pick' } }),
      'block_suggestion pick',
    ],
    [
      exchange({ name: 'interactive', payload: { type: 'view_submission', view: { callback_id: 'search' } } }),
      'view_submission search',
    ],
    [exchange({ name: 'events_api', payload: { event: { type: 'app_mention' } } }), 'app_mention'],
    [failed, 'C0WEBOPS0'],
    [exchange({ name: 'interactive', payload: {} }), ''],
  ])('says in few words what it was about', (one, summary) => {
    expect(summaryOf(one)).toBe(summary);
  });

  it('is found by its name, its error, and anything that went there or came back', () => {
    const found = (one: NumberedExchange, text: string) => matches(one, { text, direction: 'both' });
    expect(found(exchange({}), ' ntlm ')).toBe(true);
    expect(found(exchange({}), 'http 401.5')).toBe(true);
    expect(found(exchange({}), 'kerberos')).toBe(false);
    expect(found(failed, 'DISPATCH')).toBe(true);
    expect(matches(failed, { text: '', direction: 'to-bot' })).toBe(false);
    expect(matches(failed, { text: 'chat.', direction: 'from-bot' })).toBe(true);
  });

  it('tells small times with a decimal', () => {
    expect(millisecondsText(3.21)).toBe('3.2 ms');
    expect(millisecondsText(2999.6)).toBe('3000 ms');
  });
});
