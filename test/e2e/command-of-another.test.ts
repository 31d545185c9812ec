import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { readReport } from '../../src/store/report.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { type Scene, startScene } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';
import { sendSigned } from '../support/signed-request.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;

/** A load balancer may hand a command to a second process when the first is slow. */
describe.each(kinds)('a command that another process has taken on, on $name', (kind) => {
  let place: StorePlace;
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    place = await kind.newPlace();
    store = await openStore(place);
    scene = await startScene({ transport: 'http', store });
  });
  afterAll(async () => {
    await scene.end();
    await store.close();
  });

  const command = (text: string, trigger: string) =>
    sendSigned(`http://127.0.0.1:${scene.httpPort}/slack/events`, {
      secret: scene.slack.signingSecret,
      body: new URLSearchParams({
        command: '/kb',
        text,
        ...{ team_id: scene.slack.team.id, user_id: 'U1', channel_id: 'C1', trigger_id: trigger },
      }),
    });
  const takenByAnother = (trigger: string) => store.deliveries.claim(`trigger ${scene.slack.team.id} ${trigger}`, day);

  it.each(['401.5', 'the weather in Lisbon', 'help', 'settings'])('gets no answer here: /kb %s', async (text) => {
    const trigger = `1.${text}`;
    await takenByAnother(trigger);
    const callsBefore = scene.slack.log.length;
    const answer = await command(text, trigger);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await scene.settled();
    expect(scene.slack.log.slice(callsBefore)).toEqual([]);
  });

  it('is not written down again', async () => {
    const trigger = '2.1';
    await takenByAnother(trigger);
    const before = (await readReport(place, 0, 1)).lookups;
    await command('401.5', trigger);
    expect(await (await command('401.5', '2.2')).text()).toContain('401.5');
    await expect.poll(async () => (await readReport(place, 0, 1)).lookups).toBe(before + 1);
  });
});
