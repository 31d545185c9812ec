import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLookup } from '../../src/lookup/lookup.js';
import type { Message } from '../../src/playground/server/types.js';
import { buildIndex } from '../../src/search/build-index.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';
import { article, paragraph, section } from '../support/example-answers.js';

const channel = '#incident-4711';

/** Private cards are in no thread of their own: what they lead to must still reach the right people in the right place. */
describe('private cards', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ ask: 'S0WEBOPS' });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  const ana = () => scene.slack.as('ana');
  const seenByAna = () => scene.slack.messages(channel, { as: 'ana' });
  const seenByAll = () => scene.slack.messages(channel);

  async function ask(question: string): Promise<Message> {
    const { message } = await ana().command('/kb', question, channel);
    return message ?? expect.fail('no message');
  }

  async function click(message: Message, verb: string, address?: { blockId: string }): Promise<Message> {
    const { error } = await ana().click(message, `kb:v1:${verb}`, address);
    expect(error).toBeNull();
    await scene.settled();
    return seenByAna().at(-1) ?? expect.fail('nothing');
  }

  /** A card inside a thread, with a second reply beside it. */
  async function cardInThread(): Promise<{ parent: Message; card: Message }> {
    const parent = await ana().post(channel, 'web-07 is ill');
    await scene.slack.as('ben').post(channel, '@Substatus kerberos ntlm authentication 401', { threadTs: parent.ts });
    const card = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    return { parent, card };
  }

  it('call a person where everybody reads it', async () => {
    const card = await ask('what is for lunch');
    expect(card.ephemeral_to).toBeDefined();
    await click(card, 'ask-person');
    const [call] = seenByAll();
    expect(call?.text).toContain('<!subteam^S0WEBOPS>');
    expect(call?.thread_ts).toBeUndefined();
  });

  it('open a search whose answer is as private', async () => {
    await click(await ask('what is for lunch'), 'search-again');
    const { errors, view } = await ana().submit(await scene.slack.waitForView('ana'), {
      'kb:v1:question-text': '403.14',
    });
    expect(errors).toEqual({});
    expect(visibleText(view ?? expect.fail('the window closed'))).toContain('403.14');
    expect(seenByAll()).toEqual([]);
  });

  it('lead back to the thread of the card that they came from', async () => {
    const card = await ask('kerberos ntlm authentication 401');
    const list = await click(card, 'others');
    const shown = await click(list, 'show', { blockId: String(list.blocks?.[1]?.block_id) });
    expect(shown.ephemeral_to).toBeDefined();
    await click(shown, 'fixed');
    const [fixed, ...more] = scene.slack.messages(channel, { threadTs: card.ts }).slice(1);
    expect(visibleText(fixed ?? expect.fail('nobody else knows'))).toMatch(/Fixed/);
    expect(more).toEqual([]);
    await click(shown, 'share');
    expect(scene.slack.messages(channel, { threadTs: card.ts })).toHaveLength(3);
    expect(seenByAna()).not.toContainEqual(expect.objectContaining({ ts: shown.ts }));
  });

  it('say it to the person alone when that thread is gone', async () => {
    const card = await ask('kerberos ntlm authentication 401');
    const list = await click(card, 'others');
    const shown = await click(list, 'show', { blockId: String(list.blocks?.[1]?.block_id) });
    const client = new WebClient(scene.slack.botToken, { slackApiUrl: scene.slack.apiUrl });
    await client.chat.delete({ channel: card.channel, ts: card.ts });
    expect(visibleText(await click(shown, 'fixed'))).toMatch(/Fixed/);
    expect(seenByAll()).toEqual([]);
  });

  it('stay in the thread while their pages turn', async () => {
    const { parent, card } = await cardInThread();
    const first = await click(card, 'others');
    expect(first.thread_ts).toBe(parent.ts);
    const second = await click(first, 'others');
    expect(second.thread_ts).toBe(parent.ts);
    expect(visibleText(second)).not.toBe(visibleText(first));
    expect(seenByAna().filter(({ ephemeral_to }) => ephemeral_to !== undefined)).toHaveLength(1);
    const choice = await click(card, 'not-helped');
    expect([choice.thread_ts, buttonLabels(choice).length]).toEqual([parent.ts, 3]);
    await click(choice, 'ask-person');
    expect(scene.slack.messages(channel, { threadTs: parent.ts }).at(-1)?.text).toContain('<!subteam^S0WEBOPS>');
  });

  it('never bring previews of addresses', async () => {
    const { card } = await cardInThread();
    await click(await click(card, 'others'), 'others');
    await click(card, 'more');
    await click(await ask('what is for lunch'), 'ask-person');
    const sent = scene.slack.log.filter(({ name }) => name === 'chat.postMessage' || name === 'response_url');
    expect(sent.length).toBeGreaterThan(4);
    for (const { payload } of sent.filter((one) => one.payload.delete_original === undefined)) {
      expect([String(payload.unfurl_links), String(payload.unfurl_media)]).toEqual(['false', 'false']);
    }
  });
});

describe('a long article', () => {
  const words = Array.from({ length: 900 }, (_, index) =>
    paragraph(`Part ${index} of a very long text. ${'word '.repeat(15)}`),
  );
  const long = article({
    id: 'Q288323',
    title: 'HTTP 418 teapot',
    codes: ['418'],
    sections: [section('cause', 'CAUSE', ...words)],
  });

  it('turns its pages in the window, also when a press comes too often', async () => {
    const scene = await startScene({ lookup: createLookup(buildIndex([long])) });
    const ana = scene.slack.as('ana');
    const { message } = await ana.command('/kb', 'Q288323', '#incident-4711');
    await ana.click(message ?? expect.fail('no message'), 'kb:v1:full');
    const first = await scene.slack.waitForView('ana');
    await ana.clickInView(first, 'kb:v1:page');
    await expect.poll(() => visibleText(ana.openView() ?? first)).toMatch(/part 2 of/);
    scene.slack.failNext('views.update', { error: 'hash_conflict' });
    await ana.clickInView(ana.openView() ?? first, 'kb:v1:page:1');
    await scene.settled();
    expect(scene.slack.messages('@ana')).toEqual([]);
    await scene.end();
  });

  it('comes in as many parts as Slack takes where the bot may not post, and says how to read on', async () => {
    const scene = await startScene({ lookup: createLookup(buildIndex([long])) });
    const ana = scene.slack.as('ana');
    const { message } = await ana.command('/kb', 'Q288323', '#war-room');
    const card = message ?? expect.fail('no message');
    scene.slack.expireTriggers();
    await ana.click(card, 'kb:v1:full');
    await scene.settled();
    const replies = scene.slack.messages('#war-room', { threadTs: card.ts }).slice(1);
    expect(replies).toHaveLength(5);
    expect(visibleText(replies[0] ?? expect.fail('nothing'))).toMatch(/part 1 of (1\d)/);
    expect(visibleText(replies[4] ?? expect.fail('nothing'))).toMatch(/\d more parts do not fit here/);
    await scene.end();
  });
});
