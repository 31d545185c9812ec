import { describe, expect, it } from 'vitest';
import { afterEvent, threadKey, type Workspace } from '../../../src/playground/page/connection/state.js';
import type { Hello, NumberedExchange, PageEvent, SceneInfo } from '../../../src/playground/protocol.js';
import { channelNamed, messageAt } from './message.js';

const person = {
  id: 'U0ANA',
  name: 'ana',
  realName: 'Ana Lima',
  botId: null,
  appId: null,
  isAdmin: true,
  isOwner: false,
  locale: 'en-US',
};

const storm: SceneInfo = { name: 'storm', title: 'A storm', summary: '', channel: 'web-ops', state: 'ready' };

const hello: Hello = {
  type: 'hello',
  team: { id: 'T0', name: 'Local Slack', domain: 'local' },
  me: person,
  users: [person],
  bot: { id: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Substatus' },
  botIsOnline: true,
  channels: [channelNamed('web-ops', { id: 'C1' })],
  commands: [],
  shortcuts: [],
  views: [],
  home: null,
  scenes: [storm],
  suggestions: [],
  trouble: { delayMs: 0, rateLimited: {}, failing: {}, duplicateNext: false, expiredTriggers: 0, withoutBot: [] },
};

function workspaceAfter(...events: PageEvent[]): Workspace {
  const workspace = [hello, ...events].reduce(afterEvent, null);
  if (workspace === null) throw new Error('the Hello was lost');
  return workspace;
}

function exchange(number: number): NumberedExchange {
  return {
    ...{ number, direction: 'to-bot', name: 'slash_commands', at: 0, milliseconds: 1, payload: {} },
    ...{ response: null, status: 200, error: null, retry: null },
  };
}

describe('the workspace of a window', () => {
  it('is nothing before the first Hello', () => {
    expect(afterEvent(null, { type: 'bot', isOnline: true })).toBeNull();
  });

  it('begins anew with every Hello, so that history is asked for again', () => {
    const { conversations } = workspaceAfter({ type: 'message', message: messageAt(1) }, hello);
    expect(conversations).toEqual({});
  });

  it('keeps replies out of the channel, and broadcasts in it', () => {
    const reply = messageAt(2, { thread_ts: messageAt(1).ts });
    const broadcast = messageAt(3, { thread_ts: messageAt(1).ts, subtype: 'thread_broadcast' });
    const { conversations } = workspaceAfter(
      { type: 'message', message: reply },
      { type: 'message', message: broadcast },
    );
    expect(conversations.C1?.messages).toEqual([broadcast]);
  });

  it('puts replies and a changed parent into a thread that is open', () => {
    const parent = messageAt(1, { thread_ts: messageAt(1).ts, reply_count: 1 });
    const reply = messageAt(2, { thread_ts: parent.ts });
    const key = threadKey('C1', parent.ts);
    const open = {
      ...workspaceAfter(),
      threads: { [key]: { messages: [messageAt(1)], hasMore: false, isLoaded: true } },
    };
    const both = [parent, reply].map((message): PageEvent => ({ type: 'message', message })).reduce(afterEvent, open);
    expect(both?.threads[key]?.messages).toEqual([parent, reply]);
  });

  it('takes a deleted message out of its channel and its threads', () => {
    const message = messageAt(1);
    const { conversations } = workspaceAfter(
      { type: 'message', message },
      { type: 'message_deleted', channel: 'C1', ts: message.ts },
    );
    expect(conversations.C1?.messages).toEqual([]);
  });

  it('replaces a channel or scene that changed, and adds a channel that is new', () => {
    const changed = channelNamed('web-ops', { id: 'C1', mentions: 2 });
    const added = channelNamed('new');
    const { channels } = workspaceAfter({ type: 'channel', channel: changed }, { type: 'channel', channel: added });
    expect(channels).toEqual([changed, added]);
    const { scenes } = workspaceAfter({
      type: 'scene',
      scene: { ...storm, state: 'playing' },
    });
    expect(scenes.map(({ state }) => state)).toEqual(['playing']);
  });

  it('keeps the newest thousand exchanges', () => {
    const events = Array.from(
      { length: 1_200 },
      (_, number): PageEvent => ({ type: 'exchange', exchange: exchange(number) }),
    );
    const { exchanges } = workspaceAfter(...events);
    expect([exchanges.length, exchanges[0]?.number, exchanges.at(-1)?.number]).toEqual([1_000, 200, 1_199]);
  });
});
