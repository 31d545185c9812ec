import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/server/types.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

const channel = '#incident-4711';

describe('settings where they hold', () => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-settings-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
    scene = await startScene({ store, ask: 'S0STARTED' });
  });
  afterEach(async () => {
    for (const at of [null, channel]) {
      const values = Object.fromEntries(['answers', 'product', 'version', 'ask', 'unfurl'].map((name) => [name, null]));
      await set(at, values);
    }
    scene.slack.reset();
  });
  afterAll(async () => {
    await scene.end();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const ana = () => scene.slack.as('ana');
  const isOurs = (message: Message) => message.bot_id === scene.slack.botUser.botId;
  const seenBy = (name: string) => scene.slack.messages(channel, { as: name }).filter(isOurs);
  const seenByAll = () => scene.slack.messages(channel).filter(isOurs);
  const sent = (method: string) => scene.slack.log.filter(({ name }) => name === method).at(-1)?.payload;

  async function set(at: string | null, values: Record<string, unknown>): Promise<void> {
    const entries = Object.entries(values).map(([name, value]) => [name, value === null ? null : { value }]);
    await store.settings.change({
      team: scene.slack.team.id,
      channel: at === null ? null : scene.slack.channel(at).id,
      person: 'U1',
      at: 1,
      values: Object.fromEntries(entries),
    });
  }

  /** "Did not help", and then a button of the card that comes. */
  async function pressBelow(card: Message | null, verb: string): Promise<void> {
    await ana().click(card ?? expect.fail('no card'), 'kb:v1:not-helped');
    await scene.settled();
    await ana().click(seenBy('ana').at(-1) ?? expect.fail('nothing came'), verb);
    await scene.settled();
  }

  it('answers privately, to commands, mentions, shortcuts, buttons and windows', async () => {
    const before = await ana().command('/kb', '401.5', channel);
    const card = before.message ?? expect.fail('no card');
    expect(card.ephemeral_to).toBeUndefined();
    await set(channel, { answers: 'private' });

    const { message } = await ana().command('/kb', '401.5', channel);
    expect(message?.ephemeral_to).toBe(ana().user.id);
    expect(buttonLabels(message ?? expect.fail())).toContain('Share to channel');

    const asked = await ana().post(channel, '@Substatus 403.14');
    await scene.settled();
    expect(visibleText(seenBy('ana').at(-1) ?? expect.fail())).toContain('403.14');
    await ana().post(channel, '@Substatus 404.13', { threadTs: asked.ts });
    await scene.settled();
    expect(seenBy('ana').at(-1)).toMatchObject({ thread_ts: asked.ts, ephemeral_to: ana().user.id });

    await ana().messageShortcut('kb_lookup_message', await scene.slack.as('ben').post(channel, 'HTTP Error 500.19'));
    await scene.settled();
    expect(seenBy('ana').at(-1)?.ephemeral_to).toBe(ana().user.id);

    await ana().click(card, 'kb:v1:more');
    await pressBelow(card, 'kb:v1:search-again');
    await ana().submit(await scene.slack.waitForView('ana'), { 'kb:v1:question-text': '502.3' });
    await scene.settled();
    expect(visibleText(seenBy('ana').at(-1) ?? expect.fail())).toContain('502.3');
    expect(seenByAll(), 'what was there before the setting').toHaveLength(1);
    expect(seenBy('ben')).toHaveLength(1);
  });

  it('shares a private answer all the same, into its thread', async () => {
    await set(null, { answers: 'private' });
    const asked = await ana().post(channel, '@Substatus 403.14');
    await scene.settled();
    await ana().click(seenBy('ana').at(-1) ?? expect.fail(), 'kb:v1:share');
    await scene.settled();
    expect(seenByAll().map(({ thread_ts }) => thread_ts)).toEqual([asked.ts]);
  });

  it('lets a channel override the workspace', async () => {
    await set(null, { answers: 'private' });
    await set(channel, { answers: 'channel' });
    expect((await ana().command('/kb', '401.5', channel)).message?.ephemeral_to).toBeUndefined();
    expect((await ana().command('/kb', '401.5', '#web-ops')).message?.ephemeral_to).toBe(ana().user.id);
  });

  it('looks among the articles of the product and version only, unless the question says otherwise', async () => {
    await set(channel, { product: 'no-such-product' });
    const { message } = await ana().command('/kb', '401.5', channel);
    expect(visibleText(message ?? expect.fail())).toContain('No good match');
    expect(visibleText(message ?? expect.fail())).toContain('Looked only among articles for: no-such-product');
    const other = await ana().command('/kb', '401.5 product:iis', channel);
    expect(visibleText(other.message ?? expect.fail())).toContain('401.5');
    await ana().post(channel, '@Substatus 401.5');
    await scene.settled();
    expect(visibleText(seenByAll().at(-1) ?? expect.fail())).toContain('No good match');
    await set(channel, { product: null });
    await set(null, { version: '99.9' });
    await ana().post('@Substatus', '401.5');
    await scene.settled();
    expect(visibleText(scene.slack.messages('@ana').at(-1) ?? expect.fail())).toContain('No good match');
  });

  it('calls the group of the channel, else the one that the bot was started with', async () => {
    const { message } = await ana().command('/kb', '401.5', channel);
    await pressBelow(message, 'kb:v1:ask-person');
    expect(seenByAll().at(-1)?.text).toContain('<!subteam^S0STARTED>');
    await set(channel, { ask: 'U0PERSON' });
    const again = await ana().command('/kb', '401.5', channel);
    await pressBelow(again.message, 'kb:v1:ask-person');
    expect(seenByAll().at(-1)?.text).toContain('<@U0PERSON>');
  });

  it('asks for previews of addresses where they are wanted', async () => {
    await ana().post(channel, '@Substatus 401.5');
    await scene.settled();
    expect(sent('chat.postMessage')).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    await set(channel, { unfurl: true });
    await ana().post(channel, '@Substatus 401.5');
    await scene.settled();
    expect(sent('chat.postMessage')).toMatchObject({ unfurl_links: 'true', unfurl_media: 'true' });
    const { ack } = await ana().command('/kb', '401.5', channel);
    expect(ack?.body).toMatchObject({ unfurl_links: true });
  });

  it('holds after a restart', async () => {
    await set(channel, { answers: 'private' });
    await scene.restartBot();
    expect((await ana().command('/kb', '401.5', channel)).message?.ephemeral_to).toBe(ana().user.id);
  });

  it('answers whatever the rows hold', async () => {
    const database = await openDatabase({ path: store.place });
    const names = fc.constantFrom('answers', 'product', 'version', 'codes', 'ask', 'unfurl', 'language', 'other');
    const rows = fc.dictionary(names, fc.oneof(fc.json(), fc.string()), { minKeys: 1 });
    const at = { team: scene.slack.team.id, channel: scene.slack.channel(channel).id };
    await fc.assert(
      fc.asyncProperty(rows, async (values) => {
        await database.db.deleteFrom('settings').execute();
        const row = Object.entries(values).map(([name, value]) => ({ ...at, name, value: value.replaceAll('\0', '') }));
        await database.db.insertInto('settings').values(row).execute();
        await set('#web-ops', { other: Math.random() }); // so that all is read anew
        const { message, error } = await ana().command('/kb', '401.5', channel);
        expect([error, message?.bot_id]).toEqual([null, scene.slack.botUser.botId]);
      }),
      { numRuns: 30 },
    );
    await database.db.deleteFrom('settings').execute();
    await database.close();
  });
});
