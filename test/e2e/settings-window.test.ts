import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlackOptions, View } from '../../src/playground/server/types.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

/** Ana is an admin; Ben made this channel; Chloe is neither. */
const channel = '#incident-4711';

describe.each(['socket', 'http'] as const)('/kb settings over %s', (transport) => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-settings-'));
    await start();
  });
  afterEach(async () => {
    await end();
    rmSync(folder, { recursive: true });
  });

  async function start(slack: LocalSlackOptions = {}): Promise<void> {
    store = await openStore({ path: join(folder, 'substatus.db') });
    scene = await startScene({ transport, store, slack });
  }
  async function end(): Promise<void> {
    await scene.end();
    await store.close();
  }

  async function open(name: string, where = channel): Promise<View> {
    const { error } = await scene.slack.as(name).command('/kb', 'settings', where);
    expect(error).toBeNull();
    return scene.slack.waitForView(name);
  }
  const submit = (name: string, view: View, values: Record<string, string>) => {
    const named = Object.entries(values).map(([input, value]) => [`kb:v1:set:${input}`, value]);
    return scene.slack.as(name).submit(view, Object.fromEntries(named));
  };
  async function press(name: string, view: View, action: string): Promise<View> {
    await scene.slack.as(name).clickInView(view, action);
    await scene.settled();
    return scene.slack.as(name).openView() ?? expect.fail('the window is gone');
  }
  const isPrivate = async (where = channel) =>
    (await scene.slack.as('chloe').command('/kb', '401.5', where)).message?.ephemeral_to !== undefined;

  it('lets an admin set what holds in a channel, and says who did', async () => {
    const closed = await submit('ana', await open('ana'), { answers: '"private"', product: 'IIS' });
    expect([closed.view, closed.errors]).toEqual([null, {}]);
    expect([await isPrivate(), await isPrivate('#web-ops')]).toEqual([true, false]);
    const again = await open('chloe');
    expect(again.submit).toBeNull();
    const text = visibleText(again);
    expect(text).toContain('*Answers:* for the person who asks alone');
    expect(text).toContain(`<@${scene.slack.as('ana').user.id}>: Answers: not set → for the person who asks alone`);
    expect(text).toContain(`<@${scene.slack.as('ben').user.id}>, who made this channel, can change this`);
  });

  it('lets who made the channel set what holds there, and not in the workspace', async () => {
    const window = await open('ben');
    expect(window.submit).not.toBeNull();
    const workspace = await press('ben', window, 'kb:v1:settings-of');
    expect(workspace.submit).toBeNull();
    expect(visibleText(workspace)).toContain('Only admins and owners of the workspace can change this');
    const back = await press('ben', workspace, 'kb:v1:settings-of');
    expect((await submit('ben', back, { answers: '"private"' })).view).toBeNull();
    expect([await isPrivate(), await isPrivate('#web-ops')]).toEqual([true, false]);
    expect((await open('ben', '#web-ops')).submit).toBeNull();
  });

  it('lets an admin set what holds in the workspace, from any channel or a direct message', async () => {
    const workspace = await press('ana', await open('ana'), 'kb:v1:settings-of');
    expect((await submit('ana', workspace, { answers: '"private"' })).view).toBeNull();
    expect([await isPrivate(), await isPrivate('#web-ops')]).toEqual([true, true]);
    expect((await submit('ben', await open('ben'), { answers: '"channel"' })).view).toBeNull();
    expect([await isPrivate(), await isPrivate('#web-ops')]).toEqual([false, true]);
    expect(visibleText(await open('ana', '@Substatus'))).toContain('Settings of the workspace');
  });

  it('resets a place to what holds anyway', async () => {
    await submit('ana', await open('ana'), { answers: '"private"' });
    const after = await press('ana', await open('ana'), 'kb:v1:reset-settings');
    expect(visibleText(after)).toContain('for the person who asks alone → not set');
    expect(await isPrivate()).toBe(false);
    expect((await submit('ana', after, {})).view).toBeNull();
    expect(await isPrivate()).toBe(false);
  });

  it('asks again at the submission whether this person may', async () => {
    const window = await open('ben');
    scene.slack.failNext('conversations.info', { error: 'channel_not_found' });
    const { errors, view } = await submit('ben', window, { answers: '"private"' });
    expect(Object.values(errors)).toEqual(['You may not change this. Nothing was saved.']);
    expect(view).not.toBeNull();
    scene.slack.failNext('users.info', { error: 'missing_scope' });
    expect(Object.values((await submit('ben', window, { answers: '"private"' })).errors)[0]).toMatch(
      /does not tell me/,
    );
    scene.slack.failNext('users.info', { error: 'missing_scope' });
    await press('ben', window, 'kb:v1:reset-settings');
    expect(await store.settings.audit(scene.slack.team.id, scene.slack.channel(channel).id, 9)).toEqual([]);
    expect(await isPrivate()).toBe(false);
  });

  it('lets nobody change anything when the scopes are missing, and says so', async () => {
    await end();
    await start({ scopes: ['commands', 'chat:write'] });
    for (const name of ['ana', 'ben']) {
      const window = await open(name);
      expect([window.submit, buttonLabels(window)]).toEqual([null, ['Settings of the workspace']]);
      expect(visibleText(window)).toContain('users:read');
    }
  });

  it('says under the input what is wrong', async () => {
    const { errors } = await submit('ana', await open('ana'), { group: 'the web team' });
    expect(Object.values(errors)).toEqual(['Write the id of a user group: S and then letters and digits.']);
  });

  it('takes back nothing that somebody else has set meanwhile', async () => {
    const [one, other] = [await open('ana'), await open('ben')];
    await submit('ben', other, { answers: '"private"' });
    await submit('ana', one, { language: '"de"' });
    expect(await isPrivate()).toBe(true);
    const german = await scene.slack.as('chloe').command('/kb', 'no such thing whatever', channel);
    expect(visibleText(german.message ?? expect.fail())).toContain('Nichts Passendes gefunden');
  });

  it('does not close before what was changed is saved', async () => {
    const window = await open('ana');
    await store.close();
    const { errors, view } = await submit('ana', window, { answers: '"private"' });
    expect([view === null, Object.values(errors)]).toEqual([false, [expect.stringMatching(/could not be saved/)]]);
  });

  it('keeps what was set when the bot ends', async () => {
    await submit('ana', await open('ana'), { answers: '"private"' });
    await end();
    await start();
    expect(await isPrivate()).toBe(true);
  });
});

it('/kb settings of a bot without a store says that nothing can be set', async () => {
  const scene = await startScene();
  await scene.slack.as('ana').command('/kb', 'settings', channel);
  const window = await scene.slack.waitForView('ana');
  expect([window.submit, visibleText(window)]).toEqual([null, expect.stringContaining('keeps nothing')]);
  await scene.end();
});
