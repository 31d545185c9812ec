import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../src/store/housekeeping.js';
import { openDatabase } from '../../src/store/open-database.js';
import type { StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { install } from '../support/installing.js';
import { type ManyWorkspaces, organisation, secondTeam, startManyWorkspaces } from '../support/many-workspaces.js';
import { sendSigned } from '../support/signed-request.js';
import { askIn, leaveTraces } from '../support/traces.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const channel = '#incident-4711';
const firstTeam = 'T0LOCAL00';
const dayMs = 24 * 60 * 60 * 1000;

describe.each(kinds)('an organisation that had the bot, on $name', (kind) => {
  let place: StorePlace;
  let many: ManyWorkspaces;
  beforeEach(async () => {
    place = await kind.newPlace();
    many = await startManyWorkspaces({ transport: 'http', place, slack: { organisation } });
    await installInAll();
    await leaveTraces(many, channel);
    await askIn(many.second.as('ana'), channel);
    await expect.poll(async () => (await rowsOf('lookups')).length).toBe(3);
    for (const team of [firstTeam, secondTeam.id]) await expect.poll(() => organisationOf(team)).toBe(organisation.id);
  });
  afterEach(() => many.end());

  const installInAll = async () => {
    const optional = ['users:read', 'channels:read', 'groups:read'];
    const { status } = await install({ bot: many.url, team: organisation.id, user: 'ana', optional });
    expect(status).toBe(200);
  };
  const organisationOf = (team: string) => many.store.installations.organisationOf(team);
  const installation = () => many.store.installations.find(organisation.id);
  const rowsOf = async (table: string) => (await many.rows()).filter((row) => row.table === table);
  const departed = async () => (await rowsOf('departures')).map(({ team }) => team).sort();
  const send = (body: URLSearchParams | object) =>
    sendSigned(`${many.url}/slack/events`, { body, secret: many.scene.slack.signingSecret });
  const sweptAfter = async (days: number) => {
    const database = await openDatabase(place);
    await sweep(database, Date.now() + days * dayMs);
    await database.close();
    return (await many.rows()).filter(({ table, team }) => team !== undefined && table !== 'settings_audit');
  };

  it('loses its one installation and token; what its workspaces wrote stays 90 days, and then goes', async () => {
    many.second.uninstallApp();
    await expect.poll(installation).toBeNull();
    expect(await many.store.installations.overview()).toEqual({ installed: 0, locked: [] });
    expect(await departed()).toEqual([organisation.id, firstTeam, secondTeam.id].sort());
    expect(await rowsOf('organisation_teams')).toEqual([]);
    const kept = (await sweptAfter(89)).map(({ table }) => table);
    expect(kept).toEqual(expect.arrayContaining(['notes', 'feedback', 'settings', 'lookups']));
    expect(await sweptAfter(91)).toEqual([]);
    expect(many.logged().split('an installation was taken away').length - 1).toBe(1);
  });

  it('is told where to install the bot when somebody asks later, and a mention that is late is taken and not answered', async () => {
    many.scene.slack.uninstallApp();
    await expect.poll(installation).toBeNull();
    const whose = { team_id: secondTeam.id, enterprise_id: organisation.id, is_enterprise_install: 'true' };
    const who = { user_id: 'U0ANA0000', trigger_id: 't.1' };
    const command = await send(new URLSearchParams({ command: '/kb', text: '401.5', ...whose, ...who }));
    expect(await command.json()).toMatchObject({
      text: `Substatus is not installed in this workspace any more. It can be installed at ${many.url}/slack/install`,
    });
    const mention = await send({
      ...{ type: 'event_callback', event_id: 'Ev1', team_id: secondTeam.id, context_enterprise_id: organisation.id },
      event: { type: 'app_mention', channel: 'C0INCIDENT4711', user: 'U0ANA0000', text: '404', ts: '1.7' },
      authorizations: [{ enterprise_id: organisation.id, team_id: null, is_bot: true, is_enterprise_install: true }],
    });
    expect(mention.status).toBe(200);
    await many.scene.settled();
    expect(many.second.messages(channel).filter(({ ts, bot_id }) => bot_id !== undefined && ts > '9')).toEqual([]);
    expect(await organisationOf(secondTeam.id)).toBeNull();
  });

  it('comes back at once when somebody installs it again, and an event that is late takes nothing away', async () => {
    many.scene.slack.uninstallApp();
    await expect.poll(installation).toBeNull();
    await installInAll();
    const whose = { type: 'event_callback', team_id: organisation.id, enterprise_id: organisation.id };
    await send({ ...whose, event_id: 'Ev2', event: { type: 'app_uninstalled' } });
    await send({ ...whose, event_id: 'Ev3', event: { type: 'tokens_revoked', tokens: { bot: ['U0SUBSTATUS'] } } });
    await many.scene.settled();
    expect(await installation()).not.toBeNull();
    await many.scene.restartBot();
    await askIn(many.second.as('ana'), channel);
    await expect.poll(() => organisationOf(secondTeam.id)).toBe(organisation.id);
    expect(await departed()).toEqual([firstTeam]); // until somebody asks there
    await askIn(many.scene.slack.as('ana'), channel);
    await expect.poll(departed).toEqual([]);
  });

  it('loses one workspace that is taken out of it; the others go on', async () => {
    many.second.withdrawApp();
    await expect.poll(departed).toEqual([secondTeam.id]);
    expect(await installation()).not.toBeNull();
    await askIn(many.scene.slack.as('ben'), channel);
    const left = await sweptAfter(91);
    expect(left.filter(({ team }) => team === secondTeam.id)).toEqual([]);
    expect(left.map(({ table }) => table)).toEqual(expect.arrayContaining(['notes', 'feedback', 'settings']));
  });

  it('keeps a workspace that Slack says it still reaches, when the news that it was taken out is late', async () => {
    const news = {
      ...{ type: 'event_callback', team_id: null, enterprise_id: organisation.id },
      event: { type: 'team_access_revoked', team_ids: [secondTeam.id] },
    };
    expect((await send({ ...news, event_id: 'Ev4' })).status).toBe(200);
    await many.scene.settled();
    expect([await organisationOf(secondTeam.id), await departed()]).toEqual([organisation.id, []]);
  });
});
