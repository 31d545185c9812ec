import { Writable } from 'node:stream';
import type { KnownBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { button } from '../../src/cards/card-blocks.js';
import { createLogger } from '../../src/log.js';
import type { Lookup } from '../../src/lookup/types.js';
import { type Scene, shippedLookup, startScene, visibleText } from '../support/bot.js';

const reference = /[A-Z2-9]{4}-[A-Z2-9]{4}/;

describe('a lookup that fails', () => {
  let scene: Scene;
  const lines: string[] = [];
  beforeAll(async () => {
    const shipped = await shippedLookup();
    const broken: Lookup = {
      size: shipped.size,
      refreshed: shipped.refreshed,
      article: (id) => shipped.article(id),
      suggest: () => {
        throw new Error('the index is gone');
      },
      ask: () => {
        throw new Error('the index is gone');
      },
    };
    const stream = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    scene = await startScene({ lookup: broken, log: createLogger('info', { to: stream }) });
  });
  afterEach(() => {
    scene.slack.reset();
    lines.length = 0;
  });
  afterAll(() => scene.end());

  function expectSameReference(text: string): void {
    const said = reference.exec(text)?.[0];
    expect(said).toBeDefined();
    expect(lines.join('')).toContain(`"reference":"${said}"`);
    expect(lines.join('')).toContain('the index is gone');
  }

  it('is told after a command, with a reference that is in the log', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '401.5', '#incident-4711');
    expect(message?.ephemeral_to).toBeDefined();
    expectSameReference(visibleText(message ?? expect.fail('no message')));
  });

  it('is told after a mention', async () => {
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 401.5');
    expectSameReference(visibleText(await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined)));
  });

  it('is told after a shortcut', async () => {
    const message = await scene.slack.as('ana').post('#incident-4711', '401.5');
    await scene.slack.as('ana').messageShortcut('kb_lookup_message', message);
    await scene.settled();
    const told = scene.slack.messages('#incident-4711', { as: 'ana' }).at(-1);
    expectSameReference(visibleText(told ?? expect.fail('nothing')));
  });

  it('is told after a direct message', async () => {
    await scene.slack.as('ana').post('@Substatus', '401.5');
    expectSameReference(visibleText(await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined)));
  });

  it('is told after a button', async () => {
    const client = new WebClient(scene.slack.botToken, { slackApiUrl: scene.slack.apiUrl });
    const channel = scene.slack.channel('#incident-4711').id;
    const question = { question: '401.5' };
    const blocks: KnownBlock[] = [{ type: 'actions', elements: [button('Other matches', 'others', question)] }];
    const { ts } = await client.chat.postMessage({ channel, text: 'a card', blocks });
    const card = scene.slack.messages(channel).find((message) => message.ts === ts) ?? expect.fail('not posted');
    await scene.slack.as('ana').click(card, 'kb:v1:others');
    expectSameReference(visibleText(await scene.slack.waitForMessage((one) => one.ephemeral_to !== undefined)));
  });

  it('is told in the search window', async () => {
    await scene.slack.as('ana').globalShortcut('kb_search_global');
    const view = await scene.slack.waitForView('ana');
    const { errors } = await scene.slack.as('ana').submit(view, { 'kb:v1:question-text': '401.5' });
    expectSameReference(Object.values(errors).join());
  });

  it('leaves the type-ahead menu empty', async () => {
    await scene.slack.as('ana').globalShortcut('kb_search_global');
    const view = await scene.slack.waitForView('ana');
    expect(await scene.slack.as('ana').typeAhead(view, 'kb:v1:pick-article', '401')).toEqual([]);
    expect(lines.join('')).toContain('the index is gone');
  });
});

describe('trouble at Slack', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  it('says it in words when Slack refuses the blocks', async () => {
    scene.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 403.14');
    const answer = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(answer.text).toContain('403.14');
  });

  it.each([1, 2])('waits when it is told to slow down %i times', async (times) => {
    scene.slack.rateLimit('chat.postMessage', { retryAfter: 1, times });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 403.14');
    const answer = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(visibleText(answer)).toContain('403.14');
  });

  it('answers elsewhere while one channel waits', async () => {
    scene.slack.rateLimit('chat.postMessage', { retryAfter: 2 });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 403.14');
    await expect.poll(() => scene.slack.log.some(({ status }) => status === 429)).toBe(true);
    await scene.slack.as('ben').post('@Substatus', '401.5');
    const first = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(first.channel).toBe(scene.slack.channel('@ben').id);
    await scene.slack.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts !== undefined);
  });

  it('does not wait for a window that would come too late, and says so', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    scene.slack.rateLimit('views.open', { retryAfter: 30 });
    await scene.slack.as('ana').click(message ?? expect.fail('no message'), 'kb:v1:full');
    const told = await scene.slack.waitForMessage(({ ephemeral_to }) => ephemeral_to !== undefined);
    expect(visibleText(told)).toMatch(reference);
  });

  it('says it directly when a search fails after its window closed', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    await scene.slack.as('ana').click(message ?? expect.fail('no message'), 'kb:v1:not-helped');
    const choice = await scene.slack.waitForMessage(({ ephemeral_to }) => ephemeral_to !== undefined);
    await scene.slack.as('ana').click(choice, 'kb:v1:search-again');
    const view = await scene.slack.waitForView('ana');
    scene.slack.failNext('chat.postMessage', { error: 'internal_error' });
    await scene.slack.as('ana').submit(view, { 'kb:v1:question-text': '401.5' });
    const told = await scene.slack.waitForMessage(({ channel }) => channel === scene.slack.channel('@ana').id);
    expect(visibleText(told)).toMatch(reference);
  });

  it.each([{ error: 'invalid_blocks' }, { status: 400 }])(
    'says a private answer in words after %j',
    async (refusal) => {
      const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
      scene.slack.failNext('response_url', refusal);
      await scene.slack.as('ana').click(message ?? expect.fail('no message'), 'kb:v1:applies');
      const list = await scene.slack.waitForMessage(({ ephemeral_to }) => ephemeral_to !== undefined);
      expect(list.text).toMatch(/applies to/i);
      expect(list.blocks).toBeUndefined();
    },
  );

  it('tells of a private answer that Slack refuses for another reason', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    scene.slack.failNext('response_url', { error: 'internal_error' });
    await scene.slack.as('ana').click(message ?? expect.fail('no message'), 'kb:v1:applies');
    const told = await scene.slack.waitForMessage(({ ephemeral_to }) => ephemeral_to !== undefined);
    expect(visibleText(told)).toMatch(reference);
  });

  it('waits when a private answer comes too fast', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    scene.slack.rateLimit('response_url');
    await scene.slack.as('ana').click(message ?? expect.fail('no message'), 'kb:v1:applies');
    const list = await scene.slack.waitForMessage(({ ephemeral_to }) => ephemeral_to !== undefined);
    expect(visibleText(list)).toMatch(/APPLIES TO/);
  });
});

describe('stopping', () => {
  it.each(['socket', 'http'] as const)('finishes the answers under way over %s', async (transport) => {
    const scene = await startScene({ transport });
    scene.slack.rateLimit('chat.postMessage', { retryAfter: 1 });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 403.14');
    await expect.poll(() => scene.slack.log.some(({ name }) => name === 'chat.postMessage')).toBe(true);
    const stopped = scene.bot.stop();
    expect(scene.bot.isReady()).toBe(false);
    await stopped;
    const answers = scene.slack.messages('#incident-4711').filter(({ bot_id }) => bot_id !== undefined);
    expect(answers.map(visibleText).join()).toContain('403.14');
    await scene.slack.stop();
  });
});
