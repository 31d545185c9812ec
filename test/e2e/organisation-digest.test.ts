import { afterAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import type { LocalWorkspace, Message } from '../../src/playground/server/types.js';
import { createSlackBot } from '../../src/slack/app.js';
import { lastWeek } from '../../src/slack/digest/digest.js';
import { openStore } from '../../src/store/open-store.js';
import { configFor, shippedLookup, visibleText } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';
import { install } from '../support/installing.js';
import { asked } from '../support/lookups.js';
import { organisation, secondTeam, startManyWorkspaces } from '../support/many-workspaces.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const channel = '#incident-4711';
const firstTeam = 'T0LOCAL00';
const dayMs = 24 * 60 * 60 * 1000;

const isDigest = ({ bot_id, text }: Message) => bot_id !== undefined && /digest|questions? without|week/i.test(text);
const digests = (workspace: LocalWorkspace) => workspace.messages(channel).filter(isDigest).map(visibleText);

async function choose(workspace: LocalWorkspace): Promise<void> {
  await workspace.as('ana').command('/kb', 'settings', '@Substatus');
  const view = await workspace.waitForView('ana', ({ callback_id: id }) => id === 'kb:v1:set');
  const { errors } = await workspace.as('ana').submit(view, { 'kb:v1:set:digest': workspace.channel(channel).id });
  expect(errors).toEqual({});
}

describe.each(kinds)('the weekly digest in an organisation, on $name', (kind) => {
  it('goes to the channel that each of its workspaces has set, with the one token, and tells each of its own week', async () => {
    const place = await kind.newPlace();
    const many = await startManyWorkspaces({ transport: 'socket', place, slack: { organisation } });
    const optional = ['users:read', 'channels:read', 'groups:read'];
    await install({ bot: many.url, team: organisation.id, user: 'ana', optional });
    const { slack } = many.scene;
    const at = lastWeek(Date.now()).since + dayMs;
    const unanswered = { at, codes: [], outcome: 'none' as const, article: null };
    const record = (team: string, question: string) =>
      many.store.lookups.record(asked({ ...unanswered, team, question }));
    record(firstTeam, 'the printer is on fire');
    record(secondTeam.id, 'mail from the ticket system does not arrive');
    await expect.poll(() => many.store.lookups.waiting).toBe(0);

    await choose(many.second);
    await expect.poll(() => digests(many.second)).toHaveLength(1);
    expect(digests(many.second)[0]).toContain('ticket system');
    expect(digests(many.second)[0]).not.toContain('printer');
    expect(digests(slack)).toEqual([]);

    await choose(slack);
    await expect.poll(() => digests(slack)).toHaveLength(1);
    expect(digests(slack)[0]).toContain('printer is on fire');
    await many.scene.restartBot();
    await many.scene.settled();
    expect([digests(slack).length, digests(many.second).length]).toEqual([1, 1]);
    await many.end();
  });

  it('goes there with an organisation’s token from the settings too', async () => {
    const many = await startManyWorkspaces({
      transport: 'socket',
      place: await kind.newPlace(),
      slack: { organisation },
    });
    await install({ bot: many.url, team: organisation.id, user: 'ana' });
    const { slack } = many.scene;
    const store = await openStore(await kind.newPlace());
    const at = lastWeek(Date.now()).since + dayMs;
    store.lookups.record(asked({ at, team: secondTeam.id }));
    await expect.poll(() => store.lookups.waiting).toBe(0);
    const values = { digest: { value: slack.channel(channel).id } };
    await store.settings.change({ team: secondTeam.id, channel: null, person: 'U1', at, values });
    const config = { ...configFor(slack, 'socket', null), botToken: slack.installedToken };
    const bot = createSlackBot(config, await shippedLookup(), createLogger('silent'), store);
    await bot.start();
    await expect.poll(() => digests(many.second)).toHaveLength(1);
    expect(digests(slack)).toEqual([]);
    await bot.stop();
    await store.close();
    await many.end();
  });

  it('is no more sent to a workspace that was taken out', async () => {
    const place = await kind.newPlace();
    const many = await startManyWorkspaces({ transport: 'http', place, slack: { organisation } });
    await install({ bot: many.url, team: organisation.id, user: 'ana' });
    const { slack } = many.scene;
    for (const one of [slack, many.second]) await one.as('ana').command('/kb', '401.5', channel);
    await expect.poll(() => many.store.installations.organisationOf(secondTeam.id)).toBe(organisation.id);
    many.second.withdrawApp();
    await expect.poll(() => many.store.installations.organisationOf(secondTeam.id)).toBeNull();

    const at = lastWeek(Date.now()).since + dayMs;
    for (const team of [secondTeam.id, firstTeam]) many.store.lookups.record(asked({ at, team }));
    await expect.poll(() => many.store.lookups.waiting).toBe(0);
    const digest = { value: slack.channel(channel).id };
    for (const team of [secondTeam.id, firstTeam]) {
      await many.store.settings.change({ team, channel: null, person: 'U1', at, values: { digest } });
    }
    await expect.poll(() => digests(slack)).toHaveLength(1);
    await many.scene.settled();
    expect(digests(many.second)).toEqual([]);
    expect(many.logged()).not.toContain('the weekly digest was not posted');
    await many.end();
  });
});
