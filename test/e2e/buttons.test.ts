import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/server/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

const channel = '#incident-4711';

describe.each(['socket', 'http'] as const)('the buttons of a card over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ transport, ask: 'S0WEBOPS' });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  const ana = () => scene.slack.as('ana');

  async function ask(question: string): Promise<Message> {
    const { message } = await ana().command('/kb', question, channel);
    return message ?? expect.fail('no message');
  }

  /** What came into the card's thread, or privately, after it. */
  function replies(card: Message): Message[] {
    return scene.slack.messages(channel, { as: 'ana' }).filter(({ ts }) => ts !== card.ts);
  }

  async function press(card: Message, verb: string): Promise<Message[]> {
    const before = replies(card).length;
    const { error } = await ana().click(card, `kb:v1:${verb}`);
    expect(error).toBeNull();
    await scene.settled();
    return replies(card).slice(before);
  }

  it('opens the full article in a window', async () => {
    const card = await ask('401.5 ntlm sp6a');
    await press(card, 'full');
    const view = ana().openView() ?? expect.fail('no window');
    expect(visibleText(view)).toMatch(/AllowKeepAlive/i);
    expect(visibleText(view)).toMatch(/more information/i);
  });

  it('puts the full article into the thread when the window comes too late', async () => {
    const card = await ask('401.5 ntlm sp6a');
    scene.slack.expireTriggers();
    const parts = await press(card, 'full');
    expect(ana().openView()).toBeNull();
    expect(parts.map(({ thread_ts }) => thread_ts)).toEqual(parts.map(() => card.ts));
    expect(parts.map(visibleText).join('\n')).toMatch(/AllowKeepAlive/i);
  });

  it('adds more information to the thread', async () => {
    const card = await ask('401.5 ntlm sp6a');
    const [more] = await press(card, 'more');
    expect(more?.thread_ts).toBe(card.ts);
    expect(visibleText(more ?? expect.fail('nothing'))).toMatch(/more information/i);
  });

  it('lists the products for the person who asks', async () => {
    const card = await ask('401.5 ntlm sp6a');
    const [list] = await press(card, 'applies');
    expect(list?.ephemeral_to).toBeDefined();
    expect(list?.thread_ts, 'Slack does not show private messages in a thread without replies').toBeUndefined();
    expect(visibleText(list ?? expect.fail('nothing'))).toMatch(/Internet Information Server/);
  });

  it('pages through the other matches and shows one', async () => {
    const card = await ask('kerberos ntlm authentication 401');
    const [list] = await press(card, 'others');
    const first = list ?? expect.fail('no list');
    expect(first.ephemeral_to).toBeDefined();
    const firstPage = visibleText(first);
    expect(buttonLabels(first)).not.toContain('Previous');
    await ana().click(first, 'kb:v1:others');
    await expect.poll(() => visibleText(replies(card).at(-1) ?? card)).not.toBe(firstPage);
    const second = replies(card).at(-1) ?? expect.fail('no second page');
    expect(replies(card)).toHaveLength(1);
    expect(buttonLabels(second)).toContain('Previous');
    await ana().click(second, 'kb:v1:show', { blockId: String(second.blocks?.[1]?.block_id) });
    await scene.settled();
    expect(visibleText(replies(card).at(-1) ?? expect.fail('nothing shown'))).toMatch(/resolution|cause/i);
  });

  it('tells the thread what fixed it', async () => {
    const card = await ask('403.14');
    const [fixed] = await press(card, 'fixed');
    expect(fixed?.thread_ts).toBe(card.ts);
    expect(visibleText(fixed ?? expect.fail('nothing'))).toMatch(/fixed/i);
  });

  it('after "Did not help" offers the next match, a new search, and a person', async () => {
    const card = await ask('kerberos ntlm authentication 401');
    const [choice] = await press(card, 'not-helped');
    expect(choice?.ephemeral_to).toBeDefined();
    expect(buttonLabels(choice ?? expect.fail('nothing'))).toEqual(['Next match', 'Search again', 'Ask a person']);

    await ana().click(choice ?? expect.fail('nothing'), 'kb:v1:next');
    await scene.settled();
    const next = replies(card).at(-1) ?? expect.fail('no next match');
    expect(visibleText(next)).not.toBe(visibleText(card));
    expect(next.ephemeral_to).toBeDefined();
    expect(buttonLabels(next)).toContain('Share to channel');

    await ana().click(choice ?? expect.fail('nothing'), 'kb:v1:ask-person');
    await scene.settled();
    const call = scene.slack.messages(channel, { threadTs: card.ts }).at(-1);
    expect(call?.text, 'everybody must see it').toContain('<!subteam^S0WEBOPS>');

    await ana().click(choice ?? expect.fail('nothing'), 'kb:v1:search-again');
    const view = await scene.slack.waitForView('ana');
    const result = await ana().submit(view, { 'kb:v1:question-text': '403.14' });
    expect(result.errors).toEqual({});
    await scene.settled();
    const answer = scene.slack.messages(channel).at(-1) ?? expect.fail('no answer');
    expect(answer.thread_ts).toBe(card.ts);
    expect(visibleText(answer)).toContain('403.14');
  });

  it('shares a private answer and takes the private one away', async () => {
    const weak = await weakAnswer();
    expect(buttonLabels(weak)).toContain('Share to channel');
    await ana().click(weak, 'kb:v1:share');
    await scene.settled();
    const shared = scene.slack.messages(channel, { as: 'ana' });
    expect(shared).toHaveLength(1);
    expect(shared[0]?.ephemeral_to).toBeUndefined();
    expect(visibleText(shared[0] ?? expect.fail('nothing'))).not.toContain('Share to channel');
  });

  /** An answer that is weak over the articles that ship: some of its words are in an article, not the point of it. */
  async function weakAnswer(): Promise<Message> {
    for (const question of [
      'pages are slow after the certificate change',
      'users get odd popups',
      'proxy drops the login',
    ]) {
      const message = await ask(question);
      if (message.ephemeral_to !== undefined && buttonLabels(message).includes('Share to channel')) return message;
      scene.slack.reset();
    }
    return expect.fail('none of the questions has a weak answer');
  }

  it('answers once when a button is pressed twice in a moment', async () => {
    const card = await ask('403.14');
    await Promise.all([ana().click(card, 'kb:v1:fixed'), ana().click(card, 'kb:v1:fixed')]);
    await scene.settled();
    expect(replies(card)).toHaveLength(1);
  });

  it('keeps every button usable after a restart', async () => {
    const card = await ask('401.5 ntlm sp6a');
    await scene.restartBot();
    const [more] = await press(card, 'more');
    expect(visibleText(more ?? expect.fail('nothing'))).toMatch(/more information/i);
    expect((await press(card, 'fixed')).map(visibleText).join()).toMatch(/fixed/i);
    await press(card, 'full');
    expect(visibleText(ana().openView() ?? expect.fail('no window'))).toMatch(/AllowKeepAlive/i);
  });

  it.each([
    ['an unknown verb', 'kb:v1:juggle', 'v=1&question=401.5'],
    ['an older version', 'kb:v0:full', 'Q288323'],
    ['a value that is not ours', 'kb:v1:full', 'no state'],
  ])('answers a button of %s politely', async (_, actionId, value) => {
    const message = await postedByBot({
      type: 'button',
      text: { type: 'plain_text', text: 'Old' },
      action_id: actionId,
      value,
    });
    const { error } = await ana().click(message, actionId);
    expect(error).toBeNull();
    await scene.settled();
    const told = scene.slack.messages(channel, { as: 'ana' }).at(-1);
    expect(told?.ephemeral_to).toBeDefined();
    expect(visibleText(told ?? expect.fail('nothing'))).toMatch(/out of date|older|ask again/i);
  });

  it('acknowledges a link without a word', async () => {
    const link = {
      type: 'button',
      text: { type: 'plain_text', text: 'Docs' },
      action_id: 'docs',
      url: 'https://example.com',
    };
    const message = await postedByBot(link);
    expect((await ana().click(message, 'docs')).error).toBeNull();
    await scene.settled();
    expect(replies(message)).toEqual([]);
  });

  async function postedByBot(button: object): Promise<Message> {
    const client = new WebClient(scene.slack.botToken, { slackApiUrl: scene.slack.apiUrl });
    const blocks = [{ type: 'actions', elements: [button] }] as never;
    const { ts } = await client.chat.postMessage({
      channel: scene.slack.channel(channel).id,
      text: 'an old card',
      blocks,
    });
    return scene.slack.messages(channel).find((message) => message.ts === ts) ?? expect.fail('not posted');
  }
});
