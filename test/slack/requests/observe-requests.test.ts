import { expect, it } from 'vitest';
import { kindOf } from '../../../src/slack/requests/observe-requests.js';

it.each([
  [{ command: '/kb', text: '401.5' }, 'command'],
  [{ type: 'event_callback', event: { type: 'app_mention' } }, 'mention'],
  [{ type: 'event_callback', event: { type: 'message', channel_type: 'im' } }, 'direct'],
  [{ type: 'event_callback', event: { type: 'message', channel_type: 'channel' } }, 'channel'],
  [{ type: 'event_callback', event: { type: 'message' } }, 'channel'],
  [{ type: 'event_callback', event: { type: 'app_home_opened' } }, 'home'],
  [{ type: 'event_callback', event: { type: 'tokens_revoked' } }, 'other'],
  [{ type: 'block_actions' }, 'button'],
  [{ type: 'block_suggestion' }, 'menu'],
  [{ type: 'message_action' }, 'shortcut'],
  [{ type: 'shortcut' }, 'shortcut'],
  [{ type: 'view_submission' }, 'window'],
  [{ type: 'view_closed' }, 'window'],
  [{ type: 'constructor' }, 'other'],
  [{}, 'other'],
])('%j is a %s', (body, kind) => {
  expect(kindOf(body)).toBe(kind);
});
