import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, View } from '../../src/playground/server/types.js';
import { calledMethods } from '../support/faults/called-methods.js';
import { type StoreScene, startWithStore } from '../support/faults/scenes.js';

const channel = '#incident-4711';
const privateChannel = '#web-ops';

/** For each method that the bot calls: what people do that makes it call. */
const causes: Record<string, (scene: StoreScene) => unknown> = {
  'auth.test': (scene) => scene.restartBot(),
  'chat.delete': async ({ slack }) => {
    slack.delayDeliveries(100);
    const question = await slack.as('ana').post(channel, '@Substatus 403.14');
    await slack.as('ana').delete(question);
    slack.delayDeliveries(0);
  },
  'chat.getPermalink': async ({ slack }) => {
    const message = await slack.as('ben').post(channel, 'HTTP Error 401.5 on web-07');
    await slack.as('ana').messageShortcut('kb_save_note', message);
    await slack.as('ana').submit(await slack.waitForView('ana'));
  },
  'chat.postEphemeral': async ({ slack, store }) => {
    const place = { team: slack.team.id, channel: slack.channel(privateChannel).id };
    const values = { answers: { value: 'private' } };
    await store.settings.change({ ...place, person: slack.as('ana').user.id, at: Date.now(), values });
    await slack.as('ana').post(privateChannel, '@Substatus 403.14');
  },
  'chat.postMessage': ({ slack }) => slack.as('ana').post(channel, '@Substatus 403.14'),
  'conversations.info': ({ slack }) => slack.as('ben').command('/kb', 'settings', channel),
  'conversations.replies': async ({ slack }) => {
    const { ts } = await slack.as('ben').post(channel, 'HTTP Error 403.14');
    await slack.as('ana').post(channel, '@Substatus', { threadTs: ts });
  },
  response_url: async (scene) => scene.slack.as('ana').click(await card(scene), 'kb:v1:applies'),
  'users.info': ({ slack }) => slack.as('chloe').command('/kb', 'settings', channel),
  'views.open': ({ slack }) => slack.as('ana').globalShortcut('kb_search_global'),
  'views.publish': ({ slack }) => slack.as('ana').openHome(),
  'views.push': async (scene) => scene.slack.as('ana').clickInView(await article(scene), 'kb:v1:add-note'),
  'views.update': async ({ slack }) => {
    await slack.as('ana').command('/kb', 'settings', channel);
    await slack.as('ana').clickInView(await slack.waitForView('ana'), 'kb:v1:settings-of');
  },
};

async function card({ slack }: StoreScene): Promise<Message> {
  const { message } = await slack.as('ana').command('/kb', '403.14', channel);
  return message ?? expect.fail('no card');
}

async function article(scene: StoreScene): Promise<View> {
  await scene.slack.as('ana').click(await card(scene), 'kb:v1:full');
  return scene.slack.waitForView('ana');
}

describe('a call that Slack slows down is made again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-slowed-'));
  let scene: StoreScene;
  beforeAll(async () => {
    scene = await startWithStore('socket', { path: join(folder, 'substatus.db') });
  });
  afterAll(async () => {
    await scene.end();
    rmSync(folder, { recursive: true });
  });

  it('whatever the bot calls', () => {
    expect(Object.keys(causes).toSorted()).toEqual(calledMethods);
  });

  it.each(Object.entries(causes))('%s', async (method, cause) => {
    scene.slack.reset();
    scene.slack.rateLimit(method, { retryAfter: 1 });
    await cause(scene);
    await scene.settled();
    const calls = () => scene.slack.log.filter(({ direction, name }) => direction === 'from-bot' && name === method);
    // A note is saved without the link to its message when that takes too long.
    await expect.poll(() => calls().length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(calls().map(({ status, error }) => [status, error])).toMatchObject([
      [429, 'ratelimited'],
      [200, null],
    ]);
  });
});
