import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (title: string, more: Json = {}): Json => ({ type: 'modal', title: plain(title), blocks: [], ...more });
const home = (text: string): Json => ({
  type: 'home',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
});

let slack: LocalSlack;
let client: WebClient;
let app: App;
let triggers: string[] = [];
let clock = 1_800_000_000_000;

beforeAll(async () => {
  slack = await startLocalSlack({ now: () => clock });
  client = webClient(slack);
  app = await connectBot(slack, (bot) => {
    bot.shortcut('search', async ({ ack, shortcut }) => {
      triggers.push(shortcut.trigger_id);
      await ack();
    });
  });
});

afterEach(() => {
  slack.reset();
  triggers = [];
});

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

async function freshTrigger(): Promise<string> {
  await slack.as('ana').globalShortcut('search');
  return triggers.at(-1) ?? '';
}

/** Calls with views that the client's types would refuse. */
async function errorOf(method: string, args: Json): Promise<unknown> {
  return client.apiCall(method, args).then(
    () => null,
    (error) => error.data?.error,
  );
}

async function open(view: Json): Promise<Json> {
  const answer = await client.apiCall('views.open', { trigger_id: await freshTrigger(), view });
  return { ...slack.as('ana').openView(), answered: answer.ok };
}

describe('views.open', () => {
  it('opens a modal for whom the trigger came from', async () => {
    await open(modal('Search', { private_metadata: 'x', callback_id: 'c' }));
    expect(slack.as('ana').openView()).toMatchObject({ type: 'modal', private_metadata: 'x', callback_id: 'c' });
    expect(slack.as('ben').openView()).toBeNull();
  });

  it('takes a trigger once, within three seconds', async () => {
    const trigger_id = await freshTrigger();
    const view = modal('Search');
    expect(await errorOf('views.open', { trigger_id, view })).toBeNull();
    expect(await errorOf('views.open', { trigger_id, view })).toBe('exchanged_trigger_id');
    const late = await freshTrigger();
    clock += 3_001;
    expect(await errorOf('views.open', { trigger_id: late, view })).toBe('expired_trigger_id');
    expect(await errorOf('views.open', { trigger_id: 'invented', view })).toBe('invalid_trigger_id');
  });

  it('meets expired triggers when told so', async () => {
    slack.expireTriggers();
    const view = modal('Search');
    expect(await errorOf('views.open', { trigger_id: await freshTrigger(), view })).toBe('expired_trigger_id');
    expect(await errorOf('views.open', { trigger_id: await freshTrigger(), view })).toBeNull();
  });

  it.each<[string, Json]>([
    ['a title over 24', modal('x'.repeat(25))],
    [
      'an input without submit',
      modal('x', { blocks: [{ type: 'input', label: plain('q'), element: { type: 'plain_text_input' } }] }),
    ],
    ['private_metadata over 3000', modal('x', { private_metadata: 'x'.repeat(3001) })],
    ['a home view', home('x')],
  ])('refuses %s', async (_what, view) => {
    expect(await errorOf('views.open', { trigger_id: await freshTrigger(), view })).toBe('invalid_arguments');
  });
});

describe('a view as a whole', () => {
  it('may have 250 kB', async () => {
    const block = { type: 'section', text: plain('x'.repeat(2990)) };
    const blocks = Array.from({ length: 90 }, () => block);
    expect(await errorOf('views.open', { trigger_id: await freshTrigger(), view: modal('x', { blocks }) })).toBe(
      'view_too_large',
    );
  });
});

describe('views.push and views.update', () => {
  it('stacks three and no more', async () => {
    await open(modal('1'));
    expect(await errorOf('views.push', { trigger_id: await freshTrigger(), view: modal('2') })).toBeNull();
    expect(await errorOf('views.push', { trigger_id: await freshTrigger(), view: modal('3') })).toBeNull();
    expect(await errorOf('views.push', { trigger_id: await freshTrigger(), view: modal('4') })).toBe(
      'push_limit_reached',
    );
    const [root, second] = slack.views('ana');
    expect(second).toMatchObject({ root_view_id: root?.id, previous_view_id: root?.id });
  });

  it('replaces by id and by external_id; a stale hash is a conflict', async () => {
    const { id: view_id, hash } = await open(modal('1', { external_id: 'search' }));
    expect(await errorOf('views.update', { view_id, hash, view: modal('2', { external_id: 'search' }) })).toBeNull();
    expect(await errorOf('views.update', { view_id, hash, view: modal('3') })).toBe('hash_conflict');
    expect(await errorOf('views.update', { external_id: 'search', view: modal('4') })).toBeNull();
    expect(slack.as('ana').openView()).toMatchObject({ id: view_id, title: plain('4') });
    expect(await errorOf('views.update', { view_id: 'V0', view: modal('5') })).toBe('not_found');
  });

  it('find nothing once the window is closed', async () => {
    const { id: view_id } = await open(modal('1'));
    const [view] = slack.views('ana');
    if (view !== undefined) await slack.as('ana').closeView(view);
    expect(await errorOf('views.update', { view_id, view: modal('2') })).toBe('not_found');
    expect(await errorOf('views.push', { trigger_id: await freshTrigger(), view: modal('2') })).toBe('not_found');
  });

  it('refuses an external_id that is taken', async () => {
    await open(modal('1', { external_id: 'search' }));
    const view = modal('2', { external_id: 'search' });
    expect(await errorOf('views.push', { trigger_id: await freshTrigger(), view })).toBe('duplicate_external_id');
  });
});

describe('views.publish', () => {
  it('needs an app with a Home tab', async () => {
    const without = await startLocalSlack({ homeTab: false });
    const publish = webClient(without).apiCall('views.publish', { user_id: slack.as('ana').user.id, view: home('1') });
    await expect(publish).rejects.toMatchObject({ data: { error: 'not_enabled' } });
    await without.stop();
  });

  it('publishes a Home, keeps its id and guards it by hash', async () => {
    const user_id = slack.as('ana').user.id;
    expect(await errorOf('views.publish', { user_id, view: home('1') })).toBeNull();
    const first = slack.as('ana').home();
    expect(await errorOf('views.publish', { user_id, view: home('2'), hash: 'stale' })).toBe('hash_conflict');
    expect(await errorOf('views.publish', { user_id, view: home('2'), hash: first?.hash })).toBeNull();
    expect(slack.as('ana').home()).toMatchObject({ id: first?.id, blocks: [{ text: { text: '2' } }] });
    expect(await errorOf('views.publish', { user_id: 'U0', view: home('3') })).toBe('user_not_found');
  });
});
