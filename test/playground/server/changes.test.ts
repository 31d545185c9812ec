import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { Change, LocalSlack } from '../../../src/playground/server/types.js';
import { connectBare, connectBot, webClient } from './bots.js';

let slack: LocalSlack;
let heard: Change[];
let end: () => void;
const types = () => heard.map(({ type }) => type);
const ana = () => slack.as('ana');

beforeEach(async () => {
  slack = await startLocalSlack();
  heard = [];
  end = slack.changes((change) => heard.push(change));
});

afterEach(() => slack.stop());

describe('what a page hears', () => {
  it('new, edited and deleted messages', async () => {
    const message = await ana().post('#web-ops', 'hello');
    await ana().edit(message, 'hello there');
    await ana().delete(message);
    expect(types()).toEqual(['message', 'message', 'message_deleted']);
    expect(heard[1]).toMatchObject({ message: { ts: message.ts, text: 'hello there' } });
    expect(heard[2]).toMatchObject({ message: { ts: message.ts, channel: message.channel } });
  });

  it('reactions, and the parent whose count of replies grew', async () => {
    const message = await ana().post('#web-ops', 'hello');
    await ana().react(message, 'eyes');
    await ana().post('#web-ops', 'a reply', { threadTs: message.ts });
    expect(heard[1]).toMatchObject({ message: { reactions: [{ name: 'eyes', count: 1 }] } });
    expect(heard[2]).toMatchObject({ message: { text: 'a reply', thread_ts: message.ts } });
    expect(heard[3]).toMatchObject({ message: { ts: message.ts, reply_count: 1 } });
  });

  it('an ephemeral message, with its reader', async () => {
    const { id } = ana().user;
    await webClient(slack).chat.postEphemeral({ channel: slack.channel('#web-ops').id, user: id, text: 'for you' });
    expect(heard.find(({ type }) => type === 'message')).toMatchObject({ message: { ephemeral_to: id } });
  });

  it('modals that open and close, and the Home view', async () => {
    const app = await connectBot(slack, (bot) => {
      bot.shortcut('search', async ({ ack, shortcut, client }) => {
        await ack();
        const title = { type: 'plain_text' as const, text: 'Search' };
        await client.views.open({ trigger_id: shortcut.trigger_id, view: { type: 'modal', title, blocks: [] } });
      });
    });
    await ana().globalShortcut('search');
    const view = await slack.waitForView('ana');
    await ana().closeView(view);
    const user = ana().user.id;
    await webClient(slack).views.publish({ user_id: user, view: { type: 'home', blocks: [] } });
    expect(heard.filter(({ type }) => type === 'views' || type === 'home')).toMatchObject([
      { type: 'views', user, views: [{ id: view.id }] },
      { type: 'views', user, views: [] },
      { type: 'home', user, view: { type: 'home' } },
    ]);
    await app.stop();
  });

  it('channels that change, and the DM that begins', async () => {
    slack.removeBotFrom('#web-ops');
    slack.archive('#web-ops');
    await ana().post('@Substatus', 'hello');
    const channels = heard.flatMap((change) => (change.type === 'channel' ? [change.channel] : []));
    expect(channels.map(({ name }) => name)).toEqual(['web-ops', 'web-ops', 'ana']);
    expect(channels[0]?.members.has(slack.botUser.id)).toBe(false);
    expect(channels[1]?.isArchived).toBe(true);
  });

  it('requests as they end, numbered', async () => {
    await webClient(slack).auth.test();
    await webClient(slack).auth.test();
    const exchanges = heard.flatMap((change) => (change.type === 'exchange' ? [change.exchange] : []));
    expect(exchanges).toMatchObject([
      { number: 1, name: 'auth.test' },
      { number: 2, name: 'auth.test' },
    ]);
  });

  it('the bot that comes and goes', async () => {
    expect(slack.botIsOnline).toBe(false);
    await connectBare(slack);
    expect(slack.botIsOnline).toBe(true);
    slack.dropSockets();
    expect(slack.botIsOnline).toBe(false);
    expect(heard.filter(({ type }) => type === 'bot')).toEqual([
      { type: 'bot', isOnline: true },
      { type: 'bot', isOnline: false },
    ]);
  });

  it('trouble that is ordered and spent', async () => {
    slack.delayDeliveries(20);
    slack.duplicateNextEvent();
    slack.rateLimit('auth.test', { times: 2 });
    slack.failNext('auth.test', { error: 'account_inactive' });
    slack.failNext('chat.update', { status: 503 }, 2);
    slack.expireTriggers(2);
    slack.removeBotFrom('#web-ops');
    expect(slack.trouble).toEqual({
      delayMs: 20,
      duplicateNext: true,
      expiredTriggers: 2,
      rateLimited: { 'auth.test': 2 },
      failing: { 'auth.test': 'account_inactive', 'chat.update': 'HTTP 503' },
      withoutBot: [slack.channel('#web-ops').id],
    });
    for (let call = 1; call <= 3; call += 1) await expect(webClient(slack).auth.test()).rejects.toThrow();
    expect(slack.trouble.rateLimited).toEqual({});
    expect(slack.trouble.failing).toEqual({ 'chat.update': 'HTTP 503' });
    expect(types().filter((type) => type === 'trouble')).toHaveLength(9);
  });

  it('a reset, and nothing once it stopped listening', () => {
    slack.delayDeliveries(20);
    slack.reset();
    expect(types().at(-1)).toBe('reset');
    expect(slack.trouble).toEqual({
      delayMs: 0,
      duplicateNext: false,
      expiredTriggers: 0,
      rateLimited: {},
      failing: {},
      withoutBot: [],
    });
    const { length } = heard;
    end();
    slack.reset();
    expect(heard).toHaveLength(length);
  });
});

describe('what the app brought along', () => {
  it('is all there is, when it is given', async () => {
    const strict = await startLocalSlack({
      commands: [{ command: '/kb' }],
      shortcuts: [{ type: 'global', callbackId: 'search' }],
    });
    const connection = await connectBare(strict);
    expect(await strict.as('ana').command('/bk', '401.5', '#web-ops')).toMatchObject({
      error: 'unknown_command',
      ack: null,
    });
    const message = await strict.as('ana').post('#web-ops', '401.5');
    await expect(strict.as('ana').globalShortcut('find')).rejects.toThrow(/no global shortcut "find".*search/);
    await expect(strict.as('ana').messageShortcut('search', message)).rejects.toThrow(/it has: none/);
    expect(strict.log.filter(({ direction }) => direction === 'to-bot')).toEqual([]);
    connection.close();
    await strict.stop();
  });
});
