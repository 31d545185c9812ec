import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json, Message, View } from '../../../src/playground/server/types.js';
import { webClient } from '../server/bots.js';
import type { PageClient } from './page-client.js';
import { type Served, serve } from './served.js';

let served: Served;
let ana: PageClient;
let channel: string;
const slack = () => served.scene.slack;
const ts = '1700000000.000100';

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.end());
beforeEach(async () => {
  ana = await served.open('?as=ana');
  channel = ana.channel('#web-ops');
});
afterEach(async () => {
  await ana.close();
  await served.scene.settled();
  slack().reset();
});

/** The card that answers `/kb 401.5`. */
async function card(): Promise<Message> {
  expect(await ana.request('command', { channel, command: '/kb', text: '401.5' })).toEqual({
    error: null,
    problems: [],
  });
  return (await ana.event('message', ({ message }) => message.bot_id !== undefined)).message;
}

interface Placed {
  actionId: string;
  blockId: string;
  text: string;
  value: string | undefined;
}

function elements(blocks: Json[] = []): Placed[] {
  return blocks.flatMap((block) => {
    const placed = [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])];
    const interactive = placed.filter((one) => typeof one?.action_id === 'string');
    return interactive.map(({ action_id, text, value }) => {
      return { actionId: action_id, blockId: String(block.block_id), text: text?.text ?? '', value };
    });
  });
}

function button(
  { blocks }: Message | View,
  text: string,
): Pick<Placed, 'actionId' | 'blockId'> & { buttonValue: string } {
  const found = elements(blocks).find((one) => one.text === text);
  if (found?.value === undefined) throw new Error(`no button "${text}"`);
  return { actionId: found.actionId, blockId: found.blockId, buttonValue: found.value };
}

async function openSearch(): Promise<View> {
  expect(await ana.request('globalShortcut', { callbackId: 'kb_search_global' })).toEqual({ error: null });
  const { views } = await ana.event('views', (event) => event.views.length > 0);
  return views[0] as View;
}

describe('history', () => {
  it('comes in pages, oldest first, threads left out', async () => {
    const ben = slack().as('ben');
    for (let index = 0; index < 205; index += 1) await ben.post('#web-ops', `message ${index}`);
    const newest = await ana.request('history', { channel, limit: 200 });
    expect(newest.messages).toHaveLength(200);
    expect(newest).toMatchObject({ hasMore: true });
    expect(newest.messages.at(-1)?.text).toBe('message 204');
    const before = newest.messages[0]?.ts ?? '';
    await ben.post('#web-ops', 'a reply', { threadTs: before });
    const older = await ana.request('history', { channel, before, limit: 200 });
    expect(older.messages.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((index) => `message ${index}`));
    expect(older.hasMore).toBe(false);
    expect((await ana.request('history', { channel })).messages).toHaveLength(100);
  });

  it('is at most 200 long, and of channels that are there', async () => {
    expect(await ana.refusal('history', { channel, limit: 201 })).toMatchObject({
      code: 'invalid_request',
      message: 'params of history: limit: Too big: expected number to be <=200',
    });
    expect(await ana.refusal('history', { channel, before: 'yesterday' })).toMatchObject({
      message: 'params of history: before: must be a message timestamp like 1700000000.000100',
    });
    expect(await ana.refusal('history', { channel: 'C404' })).toEqual({
      code: 'channel_not_found',
      message: 'ana sees no channel C404',
    });
  });
});

describe('threads', () => {
  it('are the parent and its replies, the bot among them', async () => {
    const parent = await ana.request('post', { channel, text: '@Substatus 401.5' });
    await served.scene.settled();
    const { messages, hasMore } = await ana.request('thread', { channel, ts: parent.ts });
    expect(messages.map((message) => message.bot_id !== undefined)).toEqual([false, true]);
    expect(hasMore).toBe(false);
    const reply = await ana.request('post', { channel, text: 'thanks', threadTs: messages[1]?.ts ?? '' });
    expect(reply.thread_ts).toBe(parent.ts);
    expect(await ana.refusal('thread', { channel, ts })).toMatchObject({ code: 'thread_not_found' });
    expect(await ana.refusal('thread', { channel, ts: reply.ts })).toMatchObject({ code: 'thread_not_found' });
  });
});

describe('writing', () => {
  it.each([
    ['a message in a channel that is not there', 'post', { channel: 'C404', text: 'x' }, 'channel_not_found'],
    ['nothing', 'post', { channel: '#', text: ' \n' }, 'no_text'],
    ['too much', 'post', { channel: '#', text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['a reply to nothing', 'post', { channel: '#', text: 'x', threadTs: ts }, 'message_not_found'],
    ['an edit of nothing', 'edit', { channel: '#', ts, text: 'x' }, 'message_not_found'],
    ['an edit to nothing', 'edit', { channel: '#', ts, text: '' }, 'no_text'],
    ['a deletion of nothing', 'delete', { channel: '#', ts }, 'message_not_found'],
    ['a reaction to nothing', 'react', { channel: '#', ts, emoji: 'eyes' }, 'message_not_found'],
    ['a reaction without a name', 'react', { channel: '#', ts, emoji: '' }, 'invalid_request'],
  ] as const)('refuses %s', async (_what, name, params, code) => {
    const there = params.channel === '#' ? { ...params, channel } : params;
    const reply = await ana.say({ name, params: there });
    expect(reply).toMatchObject({ error: { code } });
  });

  it('refuses what belongs to somebody else, twice the same reaction, and archived channels', async () => {
    const { ts } = await slack().as('ben').post('#web-ops', 'mine');
    expect(await ana.refusal('edit', { channel, ts, text: 'x' })).toMatchObject({ code: 'cant_update_message' });
    expect(await ana.refusal('delete', { channel, ts })).toMatchObject({ code: 'cant_delete_message' });
    await ana.request('react', { channel, ts, emoji: 'eyes' });
    expect(await ana.refusal('react', { channel, ts, emoji: 'eyes' })).toMatchObject({ code: 'already_reacted' });
    slack().archive('#web-ops');
    expect((await ana.event('channel', (event) => event.channel.isArchived)).channel.id).toBe(channel);
    expect(await ana.refusal('post', { channel, text: 'x' })).toMatchObject({ code: 'is_archived' });
    expect(await ana.refusal('command', { channel, command: '/kb', text: 'x' })).toMatchObject({ code: 'is_archived' });
  });
});

describe('commands and buttons', () => {
  it('bring the card, and its article in a window', async () => {
    const message = await card();
    expect(message.text).toContain('401.5');
    const place = { channel, ts: message.ts };
    expect(await ana.request('act', { place, ...button(message, 'Full article') })).toEqual({ error: null });
    const { views } = await ana.event('views');
    expect(views).toMatchObject([{ type: 'modal' }]);
    const viewId = views[0]?.id ?? '';
    expect(await ana.request('closeView', { viewId, all: false })).toBeNull();
    await ana.event('views', (event) => event.views.length === 0);
    expect(await ana.refusal('closeView', { viewId, all: true })).toMatchObject({ code: 'not_found' });
  });

  it('are refused in Slack’s words', async () => {
    expect(await ana.request('command', { channel, command: '/nope', text: '' })).toMatchObject({
      error: 'unknown_command',
    });
    expect(await ana.refusal('command', { channel, command: 'kb', text: '' })).toMatchObject({
      message: 'params of command: command: must begin with /',
    });
    const { ts } = await card();
    const act = { place: { channel, ts }, actionId: 'no-such', blockId: 'x' };
    const refusal = await ana.refusal('act', act);
    expect(refusal.code).toBe('invalid_request');
    expect(refusal.message).toMatch(/^no element with the action_id "no-such"; there: /);
    expect(await ana.refusal('act', { ...act, place: { viewId: 'V404' } })).toMatchObject({ code: 'not_found' });
  });

  it('say that the bot does not answer, and why Slack refuses what it answered', async () => {
    await served.scene.bot.stop();
    expect(await ana.request('command', { channel, command: '/kb', text: '401.5' })).toMatchObject({
      error: 'dispatch_failed',
    });
    await served.scene.restartBot();
  });
});

describe('shortcuts and windows', () => {
  it('look up a message in its thread', async () => {
    const { ts } = await slack().as('ben').post('#web-ops', 'HTTP Error 403.14');
    expect(await ana.request('messageShortcut', { callbackId: 'kb_lookup_message', channel, ts })).toEqual({
      error: null,
    });
    const { message } = await ana.event('message', (event) => event.message.bot_id !== undefined);
    expect(message.thread_ts).toBe(ts);
    const refusal = await ana.refusal('messageShortcut', { callbackId: 'nope', channel, ts });
    expect(refusal.message).toContain('kb_lookup_message');
  });

  it('search with type-ahead, and submit', async () => {
    const view = await openSearch();
    const [words, pick] = elements(view.blocks);
    const select = elements(view.blocks).find(({ actionId }) => actionId.includes('pick')) ?? pick;
    if (words === undefined || select === undefined) throw new Error('the search window has no inputs');
    const place = { viewId: view.id };
    const { actionId, blockId } = select;
    const options = await ana.request('options', { place, actionId, blockId, text: '401.5' });
    expect(options.length).toBeGreaterThan(0);
    const submitted = { viewId: view.id, values: { [words.blockId]: { [words.actionId]: 'x'.repeat(4_000) } } };
    const { error, errors } = await ana.request('submit', submitted);
    expect({ error, names: Object.keys(errors) }).toEqual({ error: null, names: [words.blockId] });
    const values = { [words.blockId]: { [words.actionId]: '' }, [blockId]: { [actionId]: options[0]?.value ?? '' } };
    expect(await ana.request('submit', { viewId: view.id, values })).toEqual({ error: null, errors: {} });
    await served.scene.settled();
    expect(JSON.stringify(slack().views('ana').at(-1)?.blocks)).toContain('401.5');
  });

  it('says what the client would not have let through', async () => {
    const view = await openSearch();
    const place = { viewId: view.id };
    expect(await ana.refusal('options', { place, actionId: 'x', blockId: 'y', text: '' })).toMatchObject({
      code: 'invalid_request',
    });
    expect(await ana.refusal('submit', { viewId: view.id, values: { a: { b: 'c' } } })).toMatchObject({
      code: 'invalid_request',
    });
    expect(await ana.refusal('submit', { viewId: 'V404', values: {} })).toMatchObject({ code: 'not_found' });
  });

  it('opens Home', async () => {
    expect(await ana.request('openHome', { tab: 'home' })).toBeNull();
    expect(await ana.refusal('openHome', { tab: 'about' as 'home' })).toMatchObject({ code: 'invalid_request' });
  });
});

describe('the inspector', () => {
  it('is told of every exchange, and reads older ones in pages', async () => {
    await card();
    const { exchange } = await ana.event('exchange', (event) => event.exchange.name === 'slash_commands');
    expect(exchange).toMatchObject({ direction: 'to-bot', status: 200, error: null, number: expect.any(Number) });
    for (let index = 0; index < 5; index += 1) await webClient(slack()).auth.test();
    const all = await ana.request('exchanges', {});
    expect(all).toEqual({ exchanges: [...slack().log], hasMore: false });
    const newest = await ana.request('exchanges', { limit: 2 });
    expect(newest).toEqual({ exchanges: slack().log.slice(-2), hasMore: true });
    const before = newest.exchanges[0]?.number ?? 0;
    expect((await ana.request('exchanges', { limit: 200, before })).exchanges).toEqual(slack().log.slice(0, -2));
  });

  it('makes trouble, shows it, and sees it spent', async () => {
    const api = webClient(slack());
    await ana.request('trouble', { kind: 'delay', milliseconds: 50 });
    await ana.request('trouble', { kind: 'delay', milliseconds: 0 });
    await ana.request('trouble', { kind: 'rateLimit', method: 'auth.test', times: 1, retryAfter: 2 });
    await ana.request('trouble', { kind: 'duplicateNext' });
    await ana.event('trouble', ({ trouble }) => trouble.rateLimited['auth.test'] === 1 && trouble.duplicateNext);
    expect(ana.events('trouble').map(({ trouble }) => trouble.delayMs)).toEqual([50, 0, 0, 0]);
    await expect(api.auth.test()).rejects.toMatchObject({ retryAfter: 2 });
    await ana.event(
      'trouble',
      ({ trouble }) => trouble.duplicateNext && trouble.rateLimited['auth.test'] === undefined,
    );
    await ana.request('trouble', { kind: 'failNext', method: 'auth.test', error: 'fatal_error', times: 1 });
    await expect(api.auth.test()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    await ana.request('trouble', { kind: 'dropSockets' });
    await ana.event('bot', ({ isOnline }) => !isOnline);
    await ana.event('bot', ({ isOnline }) => isOnline);
  });

  it('takes the bot out of a channel and puts it back', async () => {
    await ana.request('trouble', { kind: 'removeBot', channel });
    await ana.event('trouble', ({ trouble }) => trouble.withoutBot[0] === channel);
    const { id } = slack().botUser;
    await ana.event('channel', (event) => event.channel.id === channel && !event.channel.members.includes(id));
    await ana.request('trouble', { kind: 'inviteBot', channel });
    expect(slack().channel(channel).members.has(id)).toBe(true);
    expect(await ana.refusal('trouble', { kind: 'removeBot', channel: ana.channel('@Substatus') })).toMatchObject({
      code: 'method_not_supported_for_channel_type',
    });
  });

  it('makes triggers too old', async () => {
    const message = await card();
    await ana.request('trouble', { kind: 'expireTriggers' });
    await ana.request('act', { place: { channel, ts: message.ts }, ...button(message, 'Full article') });
    await ana.event('exchange', ({ exchange }) => exchange.error === 'expired_trigger_id');
  });

  it.each([
    { kind: 'explode' },
    { kind: 'delay', milliseconds: 1e9 },
    { kind: 'delay', milliseconds: -1 },
    { kind: 'rateLimit', method: 'chat.postMessage', times: 1e9, retryAfter: 1 },
    { kind: 'failNext', method: '__proto__ x', error: 'x', times: 1 },
    { kind: 'dropSockets', more: true },
  ])('refuses %j', async (params) => {
    expect(await ana.say({ name: 'trouble', params })).toMatchObject({ error: { code: 'invalid_request' } });
  });
});
