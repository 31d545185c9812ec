import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetPerson, forgetWorkspace } from '../../src/store/forget.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';

const channel = '#incident-4711';
const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

/** By a command of its own, beside the bot. */
describe.each(kinds)('a bot that goes on while somebody is forgotten, on $name', (kind) => {
  let place: StorePlace;
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    place = await kind.newPlace();
    store = await openStore(place);
    scene = await startScene({ store });
  });
  afterAll(async () => {
    await scene.end();
    await store.close();
  });

  async function ask(who: string) {
    await scene.settled();
    const { message } = await scene.slack.as(who).command('/kb', '401.5', channel);
    return message ?? expect.fail('no answer');
  }

  async function openHome(who: string): Promise<string[]> {
    await scene.slack.as(who).openHome();
    await scene.settled();
    return buttonLabels(scene.slack.as(who).home() ?? expect.fail('nothing was published'));
  }

  it('shows cards without them, and a Home tab without what they asked', async () => {
    const fresh = await openHome('ana');
    const ana = scene.slack.as('ana');
    await ana.click(await ask('ana'), 'kb:v1:fixed');
    await ana.click(await ask('ana'), 'kb:v1:add-note');
    const form = await scene.slack.waitForView('ana', ({ callback_id: id }) => id === 'kb:v1:new-note');
    const { errors, view } = await ana.submit(form, { 'kb:v1:note-text': 'it was the load balancer' });
    expect(errors).toEqual({});
    if (view !== null) await ana.closeView(view, { all: true });
    const before = visibleText(await ask('ben'));
    expect(before).toMatch(/Fixed it/);
    expect(before).toMatch(/Note by ana .*load balancer/s);
    expect((await openHome('ana')).length).toBeGreaterThan(fresh.length);

    const person = { user: ana.user.id, team: scene.slack.team.id };
    await forgetPerson(place, person, { deleteNotes: false, keys: [], onlyCount: false });
    await expect
      .poll(async () => visibleText(await ask('ben')), { timeout: 15_000, interval: 500 })
      .not.toMatch(/by ana/);
    await expect
      .poll(async () => visibleText(await ask('ben')), { timeout: 15_000, interval: 500 })
      .not.toMatch(/Fixed it/);
    expect(visibleText(await ask('ben'))).toMatch(/load balancer/);
    expect(await openHome('ana')).toEqual(fresh);

    await forgetWorkspace(place, scene.slack.team.id, { onlyCount: false });
    await expect
      .poll(async () => visibleText(await ask('ben')), { timeout: 15_000, interval: 500 })
      .not.toMatch(/load balancer/);
  }, 60_000);
});
