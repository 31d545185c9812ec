import { describe, expect, it } from 'vitest';
import { isFromPerson } from '../../src/slack/events/from-person.js';

const message = { channel: 'C1', ts: '1.2', user: 'U1', text: '401.5' };

describe('isFromPerson', () => {
  it.each([
    ['a plain message', {}],
    ['one with a file', { subtype: 'file_share' }],
    ['a reply that was also sent to the channel', { subtype: 'thread_broadcast' }],
  ])('takes %s', (_, extra) => {
    expect(isFromPerson({ ...message, ...extra })).toBe(true);
  });

  it.each([
    ['a bot', { bot_id: 'B1' }],
    ['a bot known by its profile only', { bot_profile: { id: 'B1' } }],
    ['an app', { app_id: 'A1' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['nobody', { user: undefined }],
    ['an edited message', { edited: { user: 'U1', ts: '1.3' } }],
    ['a change event', { subtype: 'message_changed', hidden: true }],
    ['a join notice', { subtype: 'channel_join' }],
  ])('leaves %s alone', (_, extra) => {
    expect(isFromPerson({ ...message, ...extra })).toBe(false);
  });
});
