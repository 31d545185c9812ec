import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { readManifest } from '../../src/playground/server/manifest.js';
import type { View } from '../../src/playground/server/types.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';

describe.each(['socket', 'http'] as const)('shortcuts over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    const forgotten = { type: 'global' as const, callbackId: 'kb_forgotten' };
    const shortcuts = [...readManifest(manifest).shortcuts, forgotten];
    scene = await startScene({ transport, slack: { shortcuts } });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  const ana = () => scene.slack.as('ana');

  async function openSearch(): Promise<View> {
    await ana().globalShortcut('kb_search_global');
    return scene.slack.waitForView('ana');
  }

  it('looks up any message and answers in its thread', async () => {
    const alert = await scene.slack
      .as('deploybot')
      .post('#incident-4711', 'web-07: HTTP Error 500.19, code 0x8007000d');
    await ana().messageShortcut('kb_lookup_message', alert);
    await scene.settled();
    const [answer] = scene.slack.messages('#incident-4711', { threadTs: alert.ts }).slice(1);
    expect(answer?.thread_ts).toBe(alert.ts);
    expect(visibleText(answer ?? expect.fail('no answer'))).toContain('500.19');
  });

  it('tells only the person who asked when nothing matches', async () => {
    const message = await scene.slack.as('ben').post('#incident-4711', 'who wants lunch?');
    await ana().messageShortcut('kb_lookup_message', message);
    await scene.settled();
    expect(scene.slack.messages('#incident-4711')).toHaveLength(1);
    const told = scene.slack.messages('#incident-4711', { as: 'ana' }).at(-1);
    expect(visibleText(told ?? expect.fail('nothing'))).toMatch(/no good match/i);
    expect(told?.thread_ts, 'Slack does not show private messages in a thread without replies').toBeUndefined();
  });

  it('tells of a message inside a thread in that thread', async () => {
    const parent = await scene.slack.as('ben').post('#incident-4711', 'web-07 is ill');
    const reply = await scene.slack.as('ben').post('#incident-4711', 'who wants lunch?', { threadTs: parent.ts });
    await ana().messageShortcut('kb_lookup_message', reply);
    await scene.settled();
    const told = scene.slack.messages('#incident-4711', { as: 'ana' }).at(-1);
    expect([told?.ephemeral_to === undefined, told?.thread_ts]).toEqual([false, parent.ts]);
  });

  it('says so when a message has no text', async () => {
    const picture = [{ name: 'screenshot.png', mimetype: 'image/png' }];
    const message = await scene.slack.as('ben').post('#incident-4711', '', { files: picture });
    await ana().messageShortcut('kb_lookup_message', message);
    await scene.settled();
    const told = scene.slack.messages('#incident-4711', { as: 'ana' }).at(-1);
    expect(visibleText(told ?? expect.fail('nothing'))).toMatch(/no text in that message/);
  });

  it('answers privately in an archived channel', async () => {
    const message = await scene.slack.as('ben').post('#web-ops', 'HTTP Error 403.14');
    scene.slack.archive('#web-ops');
    await ana().messageShortcut('kb_lookup_message', message);
    await scene.settled();
    const told = scene.slack.messages('#web-ops', { as: 'ana' }).filter((one) => one.ephemeral_to !== undefined);
    expect(told.map(visibleText).join()).toContain('403.14');
  });

  it('says it directly when the window would open too late', async () => {
    scene.slack.expireTriggers();
    await ana().globalShortcut('kb_search_global');
    const told = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(told.channel).toBe(scene.slack.channel('@ana').id);
    expect(visibleText(told)).toMatch(/once more/);
  });

  it('answers privately where the bot is not a member, and says how to change that', async () => {
    scene.slack.removeBotFrom('#web-ops');
    const message = await scene.slack.as('ben').post('#web-ops', 'HTTP Error 403.14');
    await ana().messageShortcut('kb_lookup_message', message);
    await scene.settled();
    const told = scene.slack.messages('#web-ops', { as: 'ana' }).map(visibleText).join('\n');
    expect(told).toContain('403.14');
    expect(told).toMatch(/invite/i);
    scene.slack.inviteBot('#web-ops');
  });

  it('searches in a window with a menu that fills as one types', async () => {
    const view = await openSearch();
    const options = await ana().typeAhead(view, 'kb:v1:pick-article', '401.5');
    expect(options.length).toBeGreaterThan(0);
    const [first] = options;
    const result = await ana().submit(view, { 'kb:v1:pick-article': first?.value ?? '' });
    expect(visibleText(result.view ?? expect.fail('the window closed'))).toMatch(/cause/i);
  });

  it('answers a typed question in the window', async () => {
    const result = await ana().submit(await openSearch(), {
      'kb:v1:question-text': '403.14',
    });
    expect(visibleText(result.view ?? expect.fail('the window closed'))).toContain('403.14');
  });

  it.each([
    ['nothing', {}, /pick an article|type a question/i],
    ['lunch', { 'kb:v1:question-text': 'what is for lunch' }, /no good match/i],
  ])('keeps the window open with a hint for %s', async (_, values, hint) => {
    const result = await ana().submit(await openSearch(), values);
    expect(Object.values(result.errors).join()).toMatch(hint);
  });

  it('acknowledges a shortcut of an older manifest', async () => {
    expect((await ana().globalShortcut('kb_forgotten')).error).toBeNull();
  });
});
