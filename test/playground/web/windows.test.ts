import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { webClient } from '../server/bots.js';
import type { PageClient } from './page-client.js';
import { commands, type Served, serve, shortcuts } from './served.js';

let served: Served;
let ana: PageClient;
let ben: PageClient;
const slack = () => served.scene.slack;

beforeAll(async () => {
  served = await serve({}, { slack: { homeTab: true, seed: { messages: [seeded] } } });
});
afterAll(() => served.end());
afterEach(async () => {
  await Promise.all([ana.close(), ben.close()]);
  await served.scene.settled();
  slack().reset();
});

const seeded = { channel: '#web-ops', who: 'ben', text: 'said yesterday', minutesAgo: 1_000 };

async function openBoth(): Promise<void> {
  ana = await served.open('?as=ana');
  ben = await served.open('?as=ben');
}

/** The channel as the window knows it now. */
function known(client: PageClient, name: string) {
  const id = client.channel(name);
  const told = client.events('channel').filter(({ channel }) => channel.id === id);
  return told.at(-1)?.channel ?? client.hello.channels.find((channel) => channel.id === id);
}

describe('a window', () => {
  it('is greeted with all there is', async () => {
    await openBoth();
    expect(ana.hello).toMatchObject({
      team: slack().team,
      me: { name: 'ana' },
      bot: { name: 'Substatus' },
      botIsOnline: true,
      ...{ commands, shortcuts, views: [], home: null },
      suggestions: [{ label: '401.5', text: '/kb 401.5' }],
      trouble: { delayMs: 0, rateLimited: {}, duplicateNext: false, withoutBot: [] },
    });
    expect(ana.hello.users.map(({ name }) => name)).toEqual(['Substatus', 'ana', 'ben', 'chloe', 'deploybot']);
    expect(ana.hello.channels.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'public incident-4711',
      'public web-ops',
      'public watercooler',
      'private war-room',
      'im Substatus',
    ]);
    expect(ana.hello.scenes[0]).toMatchObject({ state: 'ready', channel: expect.stringMatching(/^C/) });
  });

  it('without a name gets the first person that no window has, else the first of all', async () => {
    ana = await served.open();
    ben = await served.open();
    const chloe = await served.open();
    const again = await served.open();
    expect([ana, ben, chloe, again].map(({ hello }) => hello.me.name)).toEqual(['ana', 'ben', 'chloe', 'ana']);
    await ben.close();
    ben = await served.open();
    expect(ben.hello.me.name).toBe('ben');
    await Promise.all([chloe.close(), again.close()]);
  });

  it('takes a name in any letter case', async () => {
    await openBoth();
    const chloe = await served.open('?as=CHLOE');
    expect(chloe.hello.me.name).toBe('chloe');
    await chloe.close();
  });
});

describe('two windows', () => {
  it('see the same messages, edits, reactions, threads and deletions', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const { ts } = await ana.request('post', { channel, text: 'hello @ben' });
    await ben.event('message', ({ message }) => message.ts === ts && message.text.startsWith('hello <@'));
    await ben.request('react', { channel, ts, emoji: ':eyes:' });
    await ana.event('message', ({ message }) => message.reactions?.[0]?.name === 'eyes');
    await ana.request('edit', { channel, ts, text: 'good morning' });
    await ben.event('message', ({ message }) => message.text === 'good morning' && message.edited !== undefined);
    const reply = await ben.request('post', { channel, text: 'morning', threadTs: ts });
    await ana.event('message', ({ message }) => message.ts === reply.ts && message.thread_ts === ts);
    await ana.event('message', ({ message }) => message.ts === ts && message.reply_count === 1);
    await ben.request('delete', { channel, ts: reply.ts });
    expect(await ana.event('message_deleted')).toEqual({ type: 'message_deleted', channel, ts: reply.ts });
  });

  it('of one person know the same', async () => {
    await openBoth();
    const second = await served.open('?as=ana');
    const channel = ana.channel('#web-ops');
    const { ts } = await ben.request('post', { channel, text: 'news' });
    await ana.request('markRead', { channel, ts });
    await second.event('channel', (event) => event.channel.id === channel && event.channel.lastRead === ts);
    await second.close();
  });

  it('keep an ephemeral message to its reader: live, in the history, and when it goes', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const { user } = slack().as('ana');
    await webClient(slack()).chat.postEphemeral({ channel, user: user.id, text: 'for ana only' });
    const { message } = await ana.event('message', (event) => event.message.ephemeral_to === user.id);
    const { ts } = message;
    expect((await ana.request('history', { channel })).messages.map((one) => one.text)).toContain('for ana only');
    expect(JSON.stringify(await ben.request('history', { channel }))).not.toContain('for ana only');
    expect(await ben.refusal('thread', { channel, ts })).toMatchObject({ code: 'thread_not_found' });
    expect(await ben.refusal('react', { channel, ts, emoji: 'eyes' })).toMatchObject({ code: 'message_not_found' });
    const act = { place: { channel, ts }, actionId: 'x', blockId: 'y' };
    expect(await ben.refusal('act', act)).toMatchObject({ code: 'message_not_found' });
    expect(ben.events('message')).toEqual([]);
    expect(known(ben, '#web-ops')?.latest).not.toBe(ts);
    expect(known(ana, '#web-ops')).toMatchObject({ latest: ts, mentions: 0 });
  });

  it('keep a DM to its two people', async () => {
    await openBoth();
    const channel = ana.channel('@Substatus');
    expect(ben.channel('@Substatus')).not.toBe(channel);
    await ana.request('post', { channel, text: '401.5' });
    await ana.event('message', ({ message }) => message.channel === channel && message.bot_id !== undefined);
    await served.scene.settled();
    expect(ben.events('message')).toEqual([]);
    expect(ben.events('channel').map((event) => event.channel.id)).not.toContain(channel);
    expect(await ben.refusal('history', { channel })).toMatchObject({ code: 'channel_not_found' });
    expect(await ben.refusal('post', { channel, text: 'hello' })).toMatchObject({ code: 'channel_not_found' });
  });

  it('keep a private channel to its members', async () => {
    await openBoth();
    const warRoom = slack().channel('#war-room');
    const before = new Set(warRoom.members);
    warRoom.members.delete(ben.hello.me.id);
    const late = await served.open('?as=ben');
    expect(late.hello.channels.map(({ name }) => name)).not.toContain('war-room');
    await ana.request('post', { channel: warRoom.id, text: 'secret' });
    expect(await late.refusal('history', { channel: warRoom.id })).toMatchObject({ code: 'channel_not_found' });
    expect([...ben.events('message'), ...late.events('message')]).toEqual([]);
    warRoom.members = before;
    await late.close();
  });
});

describe('what is unread', () => {
  it('is what came since the start, but for what one wrote oneself', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const { latest } = known(ana, '#web-ops') ?? {};
    expect(latest).toMatch(/^\d+\.\d{6}$/);
    expect(known(ana, '#web-ops')).toMatchObject({ lastRead: latest, mentions: 0 });
    expect(known(ana, '#watercooler')).toMatchObject({ lastRead: '0', latest: null, mentions: 0 });
    const { ts } = await ben.request('post', { channel, text: 'just chatting' });
    expect(known(ben, '#web-ops')).toMatchObject({ lastRead: ts, latest: ts });
    await ana.event('channel', (event) => event.channel.latest === ts);
    expect(known(ana, '#web-ops')).toMatchObject({ lastRead: latest, latest: ts, mentions: 0 });
  });

  it('counts mentions in channels and everything in a DM', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    for (const text of ['@ana look', 'nothing', 'hey @here']) await ben.request('post', { channel, text });
    await ben.request('post', { channel, text: '<!here> and @ana' });
    const { ts } = await ben.request('post', { channel, text: 'done' });
    await ana.event('channel', (event) => event.channel.latest === ts);
    expect(known(ana, '#web-ops')?.mentions).toBe(3);
    await ana.request('post', { channel: ana.channel('@Substatus'), text: '401.5' });
    await ana.event('message', ({ message }) => message.bot_id !== undefined);
    await served.scene.settled();
    expect(known(ana, '@Substatus')?.mentions).toBe(1);
    const second = await served.open('?as=ana');
    expect(known(second, '#web-ops')).toEqual(known(ana, '#web-ops'));
    await second.close();
  });

  it('is gone when it was seen, and reading never goes back or ahead', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const first = await ben.request('post', { channel, text: 'one @ana' });
    const second = await ben.request('post', { channel, text: 'two @ana' });
    await ana.request('markRead', { channel, ts: first.ts });
    expect(known(ana, '#web-ops')).toMatchObject({ lastRead: first.ts, mentions: 1 });
    await ana.request('markRead', { channel, ts: '9999999999.000000' });
    expect(known(ana, '#web-ops')).toMatchObject({ lastRead: second.ts, mentions: 0 });
    await ana.request('markRead', { channel, ts: first.ts });
    expect(known(ana, '#web-ops')).toMatchObject({ lastRead: second.ts });
    expect(known(ben, '#web-ops')).toMatchObject({ lastRead: second.ts });
  });

  it('is not what stands in a thread', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const { ts } = await ana.request('post', { channel, text: 'a thread' });
    await ben.request('post', { channel, text: 'for @ana', threadTs: ts });
    await ana.event('message', ({ message }) => message.thread_ts === ts && message.ts !== ts);
    expect(known(ana, '#web-ops')).toMatchObject({ latest: ts, lastRead: ts, mentions: 0 });
  });
});

describe('the bot', () => {
  it('is seen going and coming', async () => {
    await openBoth();
    await served.scene.restartBot();
    for (const window of [ana, ben]) {
      await window.event('bot', ({ isOnline }) => isOnline);
      expect(window.events('bot').map(({ isOnline }) => isOnline)).toEqual([false, true]);
    }
  });

  it('shows windows and Home to one person only', async () => {
    await openBoth();
    await ana.request('globalShortcut', { callbackId: 'kb_search_global' });
    const { views } = await ana.event('views');
    await slack().waitForView('ana');
    expect(views).toHaveLength(1);
    expect(ben.events('views')).toEqual([]);
    expect((await served.open('?as=ana')).hello.views).toEqual(views);
    await webClient(slack()).views.publish({ user_id: ben.hello.me.id, view: { type: 'home', blocks: [] } });
    expect((await ben.event('home')).view).toMatchObject({ type: 'home' });
    expect(ana.events('home')).toEqual([]);
    const second = await served.open('?as=ben');
    expect(second.hello.home).toMatchObject({ type: 'home' });
    await second.close();
  });
});

describe('a reset', () => {
  it('greets every window anew, with everything back at the seed', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    const { ts } = await ben.request('post', { channel, text: 'hello @ana' });
    await ana.request('globalShortcut', { callbackId: 'kb_search_global' });
    await ana.request('trouble', { kind: 'delay', milliseconds: 100 });
    await ana.request('trouble', { kind: 'removeBot', channel });
    await ben.request('reset', {});
    for (const window of [ana, ben]) {
      await window.event('hello', (hello) => hello !== window.events('hello')[0]);
      expect(window.hello).toMatchObject({ views: [], trouble: { delayMs: 0, withoutBot: [] } });
      const room = window.hello.channels.find(({ id }) => id === channel);
      expect(room).toMatchObject({ mentions: 0, lastRead: room?.latest });
      expect(room?.latest).not.toBe(ts);
      expect((await window.request('history', { channel })).messages).toMatchObject([{ text: 'said yesterday' }]);
      expect(window.channel('@Substatus')).toMatch(/^D/);
    }
    await ana.request('post', { channel, text: 'goes on' });
    await ben.event('message', ({ message }) => message.text === 'goes on');
  });
});

describe('a connection that breaks', () => {
  it('leaves the others alone, and everything is there again afterwards', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    ana.socket.terminate();
    const { ts } = await ben.request('post', { channel, text: 'meanwhile, @ana' });
    ana = await served.open('?as=ana');
    expect(known(ana, '#web-ops')).toMatchObject({ latest: ts, mentions: 1 });
    expect((await ana.request('history', { channel, limit: 1 })).messages).toMatchObject([{ ts }]);
  });

  it('while the bot answers loses the reply, not the answer', async () => {
    await openBoth();
    const channel = ana.channel('#web-ops');
    ana.socket.send(JSON.stringify({ id: 1, name: 'command', params: { channel, command: '/kb', text: '401.5' } }));
    ana.socket.close();
    await ben.event('message', ({ message }) => message.bot_id !== undefined);
    ana = await served.open('?as=ana');
    expect((await ana.request('history', { channel })).messages.at(-1)).toMatchObject({ bot_id: expect.any(String) });
  });
});
