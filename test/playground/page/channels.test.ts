import { describe, expect, it } from 'vitest';
import { destinationsFor } from '../../../src/playground/page/keyboard/destinations.js';
import { channelsInOrder, findChannel, fullTitleOf, isUnread } from '../../../src/playground/page/shell/channels.js';
import { channelNamed } from './message.js';

const person = { botId: null, appId: null, isAdmin: false, isOwner: false, locale: 'en-US' };
const me = { ...person, id: 'U0ANA', name: 'ana', realName: 'Ana Lima' };
const ben = { ...person, id: 'U0BEN', name: 'ben', realName: 'Ben Osei' };
const bot = { id: 'U0BOT', botId: 'B0', appId: 'A0', name: 'Substatus' };
const botUser = { ...person, id: bot.id, name: 'Substatus', realName: 'Substatus', botId: 'B0' };

const webOps = channelNamed('web-ops');
const warRoom = channelNamed('war-room', { kind: 'private', latest: '2.0', lastRead: '1.0' });
const withBen = channelNamed('ana', { id: 'D1', kind: 'im', members: [me.id, ben.id] });
const withBot = channelNamed('ana', { id: 'D2', kind: 'im', members: [me.id, bot.id] });
const directory = { channels: [withBot, withBen, webOps, warRoom], users: [me, ben, botUser], me, bot };

describe('the channels of the sidebar', () => {
  it('come before people, and people before apps', () => {
    expect(channelsInOrder(directory)).toEqual([webOps, warRoom, withBen, withBot]);
  });

  it('are named as people say them: a DM by the other one', () => {
    expect([webOps, withBen, withBot].map((channel) => fullTitleOf(channel, directory))).toEqual([
      '#web-ops',
      'Ben Osei',
      'Substatus',
    ]);
  });

  it('are unread when something came after the last look', () => {
    expect([webOps, warRoom].map(isUnread)).toEqual([false, true]);
  });

  it('are found by id and by name, DMs by id only', () => {
    expect(findChannel(directory.channels, '#web-ops')).toBe(webOps);
    expect(findChannel(directory.channels, 'D2')).toBe(withBot);
    expect(findChannel(directory.channels, 'ana')).toBeNull();
  });
});

describe('the quick switcher', () => {
  function found(typed: string): string[] {
    return destinationsFor(typed, directory).map(({ title }) => title);
  }

  it('leads with what is unread while nothing is typed', () => {
    expect(found('')).toEqual(['war-room', 'web-ops', 'Ben Osei', 'Substatus']);
  });

  it('finds by any part of the name, the beginning first, with or without the sign', () => {
    expect(found('#w')).toEqual(['web-ops', 'war-room']);
    expect(found('room')).toEqual(['war-room']);
    expect(found('ose')).toEqual(['Ben Osei']);
    expect(found('nobody')).toEqual([]);
  });
});
