import { randomBytes } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createInstalled } from '../../src/slack/install/installed.js';
import { singleUseStates } from '../../src/slack/install/states.js';
import { openStore } from '../../src/store/open-store.js';
import { visibleText } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';
import { install } from '../support/installing.js';
import {
  type ManyWorkspaces,
  type ManyWorkspacesOptions,
  secondTeam,
  startManyWorkspaces,
} from '../support/many-workspaces.js';
import { note } from '../support/notes.js';
import { sendSigned } from '../support/signed-request.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const channel = '#incident-4711';
const channelId = 'C0INCIDENT4711';
const firstTeam = 'T0LOCAL00';

describe.each(kinds)('workspaces in trouble, on $name', (kind) => {
  const open: { end(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.end();
  });

  async function start(options: Partial<ManyWorkspacesOptions> = {}): Promise<ManyWorkspaces> {
    const many = await startManyWorkspaces({ transport: 'http', place: await kind.newPlace(), ...options });
    open.push(many);
    return many;
  }
  const installBoth = async ({ url }: ManyWorkspaces) => {
    for (const team of [firstTeam, secondTeam.id]) {
      expect((await install({ bot: url, team, user: 'ana' })).status).toBe(200);
    }
  };
  const told = ({ logged }: ManyWorkspaces, words: string) => logged().split(words).length - 1;

  it('a token that Slack refuses is told once, and its workspace is asked to install again; the other goes on', async () => {
    const many = await start({ slack: { events: ['app_mention'] } });
    await installBoth(many);
    const { slack } = many.scene;
    await new WebClient(many.second.installedToken ?? '', { slackApiUrl: slack.apiUrl }).auth.revoke();
    for (const question of ['403.14', '404']) {
      await many.second.as('ana').post(channel, `@Substatus ${question}`);
      await many.second.quiet(200);
      await many.scene.settled();
    }
    expect(many.second.messages(channel).filter(({ bot_id }) => bot_id !== undefined)).toEqual([]);
    expect(many.second.log.filter(({ error }) => error === 'token_revoked')).toHaveLength(2); // the card, and the notice of its failure
    expect(told(many, 'Slack refuses the token of T0SECOND0 (token_revoked)')).toBe(1);
    const { message } = await many.second.as('ana').command('/kb', '401.5', channel);
    expect(message?.text).toMatch(/Slack no longer lets Substatus into this workspace.*\/slack\/install/);

    const mention = await slack.as('ana').post(channel, '@Substatus 403.14');
    await slack.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === mention.ts);

    await install({ bot: many.url, team: secondTeam.id, user: 'ben' });
    const again = await many.second.as('ana').post(channel, '@Substatus 403.14');
    await many.second.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === again.ts);
  });

  it('a workspace of another key is named and refused politely, and the others go on', async () => {
    const place = await kind.newPlace();
    const other = await openStore(place, { keys: [randomBytes(32)] });
    await other.installations.save(secondTeam.id, {
      team: { id: secondTeam.id },
      user: { id: 'U1' },
      bot: { token: 'xoxb-1' },
    });
    await other.close();
    const many = await start({ place });
    expect((await install({ bot: many.url, team: firstTeam, user: 'ana' })).status).toBe(200);
    expect(many.logged()).toContain('no key of SUBSTATUS_ENCRYPTION_KEY opens');
    const command = new URLSearchParams({ command: '/kb', text: '401.5', team_id: secondTeam.id, user_id: 'U1' });
    for (const trigger of ['1', '2']) {
      command.set('trigger_id', trigger);
      const response = await sendSigned(`${many.url}/slack/events`, {
        body: command,
        secret: many.scene.slack.signingSecret,
      });
      expect(await response.json()).toMatchObject({ text: expect.stringContaining('cannot open what it has stored') });
    }
    expect(told(many, 'of T0SECOND0 is encrypted with key')).toBe(1);
    expect((await many.scene.slack.as('ana').command('/kb', '401.5', channel)).message?.text).toContain('401.5');
    expect((await install({ bot: many.url, team: secondTeam.id, user: 'ana' })).status).toBe(200);
    expect((await many.second.as('ana').command('/kb', '401.5', channel)).message?.text).toContain('401.5');
  });

  it('tokens that expire are renewed', async () => {
    const many = await start({ app: { tokenLifeSeconds: 3_600 } });
    await installBoth(many);
    const before = many.second.installedToken;
    const mention = await many.second.as('ana').post(channel, '@Substatus 403.14');
    await many.second.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === mention.ts);
    expect(many.second.installedToken).not.toBe(before);
    expect(await many.store.installations.find(secondTeam.id)).toMatchObject({
      bot: { token: many.second.installedToken, refreshToken: expect.stringMatching(/^xoxe-1-/) },
    });
  });

  it('an installation in all of an organisation answers in its workspaces, each for itself, until it is taken away', async () => {
    const many = await start();
    await installBoth(many);
    const { slack } = many.scene;
    const installed = createInstalled(many.store.installations, createLogger('silent'));
    await installed.storeInstallation({
      ...{ team: undefined, enterprise: { id: 'E0HOST', name: 'Host' }, isEnterpriseInstall: true, authVersion: 'v2' },
      user: { token: undefined, scopes: undefined, id: 'W1' },
      bot: { token: many.second.installedToken ?? '', scopes: [], id: 'B0SUBSTATUS', userId: 'U0SUBSTATUS' },
    });
    await many.store.installations.remove(secondTeam.id);
    const send = (body: object) => sendSigned(`${many.url}/slack/events`, { body, secret: slack.signingSecret });
    const org = { enterprise_id: 'E0HOST', team_id: null, is_bot: true, is_enterprise_install: true };
    const mention = await many.second.as('ana').post('#watercooler', '404');
    await send({
      ...{ type: 'event_callback', event_id: 'Ev1', team_id: secondTeam.id, context_enterprise_id: 'E0HOST' },
      event: {
        type: 'app_mention',
        channel: channelId,
        user: 'U0ANA0000',
        team: secondTeam.id,
        text: '404',
        ts: mention.ts,
      },
      authorizations: [org],
    });
    await many.second.quiet(200);
    expect(many.second.log.filter(({ name }) => name === 'chat.postMessage')).toHaveLength(1);
    const command = new URLSearchParams({
      ...{ command: '/kb', text: '503', user_id: 'U0ANA0000', trigger_id: '1.1' },
      ...{ team_id: secondTeam.id, enterprise_id: 'E0HOST', is_enterprise_install: 'true' },
    });
    expect(await (await send(command)).json()).toMatchObject({ text: expect.stringContaining('503') });
    await expect.poll(async () => (await many.rows()).filter(({ table }) => table === 'lookups').length).toBe(2);
    const teams = (await many.rows()).filter(({ table }) => table === 'lookups').map(({ team }) => team);
    expect(teams).toEqual([secondTeam.id, secondTeam.id]);

    await new WebClient(many.second.installedToken ?? '', { slackApiUrl: slack.apiUrl }).auth.revoke();
    await send({
      type: 'event_callback',
      team_id: 'E0HOST',
      enterprise_id: 'E0HOST',
      event: { type: 'app_uninstalled' },
    });
    await expect.poll(() => many.store.installations.find('E0HOST')).toBeNull();
    expect(await many.store.installations.find(firstTeam)).not.toBeNull();
  });

  it('a state that one replica made is used up for all of them', async () => {
    const many = await start();
    const secret = 'a state secret of some length';
    const [one, two] = [singleUseStates(secret, many.store.deliveries), singleUseStates(secret, many.store.deliveries)];
    const state = await one.generateStateParam({ scopes: [] }, new Date());
    const tries = [one, two, one, two].map((states) => states.verifyStateParam(new Date(), state));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('while the store is away an event is left for Slack to send again, and a person is told; who was answered still is', async () => {
    const many = await start();
    await install({ bot: many.url, team: firstTeam, user: 'ana' });
    const { slack } = many.scene;
    expect((await slack.as('ana').command('/kb', '401.5', channel)).error).toBeNull();
    await many.store.close();
    const send = (body: URLSearchParams | object) =>
      sendSigned(`${many.url}/slack/events`, { body, secret: slack.signingSecret });
    const event = { type: 'app_mention', channel: 'C1', user: 'U1', text: '404', ts: '1.7' };
    expect((await send({ type: 'event_callback', team_id: secondTeam.id, event })).status).toBe(401);
    const team = { team_id: secondTeam.id, user_id: 'U1', trigger_id: '9.1' };
    const answer = await send(new URLSearchParams({ command: '/kb', text: '401.5', ...team }));
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('cannot reach its database') });
    expect((await slack.as('ana').command('/kb', '401.5', channel)).message?.text).toContain('401.5');
    const page = await install({ bot: many.url, team: secondTeam.id, user: 'ana' });
    expect(page.status).toBeGreaterThanOrEqual(500);
    expect(page.html).toContain('Nothing was changed');
  });

  it('a token that was refused is forgotten as soon as another replica has a new one', async () => {
    const store = await openStore(await kind.newPlace(), { keys: [randomBytes(32)] });
    const installed = createInstalled(store.installations, createLogger('silent'));
    const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };
    const token = async () => (await installed.fetchInstallation(query)).bot?.token;
    const install = (text: string) => store.installations.save('T1', { user: { id: 'U1' }, bot: { token: text } });
    await install('xoxb-old');
    expect(installed.isRefused('T1', await token())).toBe(false);
    installed.heard('Bearer xoxb-old', 'not_in_channel');
    expect(installed.isRefused('T1', await token())).toBe(false);
    installed.heard('Bearer xoxb-old', 'account_inactive');
    expect(installed.isRefused('T1', await token())).toBe(true);
    await install('xoxb-new');
    installed.heard('Bearer xoxb-old', 'account_inactive');
    expect(await token()).toBe('xoxb-new');
    expect(installed.isRefused('T1', 'xoxb-new')).toBe(false);
    await store.close();
  });

  it('an installation that is in use is remembered while the store is away', async () => {
    const store = await openStore(await kind.newPlace(), { keys: [randomBytes(32)] });
    const installed = createInstalled(store.installations, createLogger('silent'));
    const installation = { team: { id: 'T1' }, user: { id: 'U1' }, bot: { token: 'xoxb-1' } };
    await store.installations.save('T1', installation);
    const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };
    expect(await installed.fetchInstallation(query)).toEqual(installation);
    await store.close();
    expect(await installed.fetchInstallation(query)).toEqual(installation);
    await expect(installed.fetchInstallation({ ...query, teamId: 'T2' })).rejects.toThrow();
  });
});

describe('people of another organisation', () => {
  it('see nothing of what the team says, and say nothing in its name', async () => {
    const [kind] = kinds;
    const place = (await kind?.newPlace()) ?? expect.fail('no store');
    const before = await openStore(place);
    await before.notes.save(note({ team: firstTeam, article: 'S40314', text: 'ask the load balancer' }));
    await before.close();
    const many = await startManyWorkspaces({ transport: 'http', place });
    await install({ bot: many.url, team: firstTeam, user: 'ana' });
    const { slack } = many.scene;
    const ask = async (user: string) =>
      (await slack.as(user).command('/kb', '403.14', channel)).message ?? expect.fail('no answer');
    const card = await ask('ana');
    await slack.as('ana').click(card, 'kb:v1:fixed');
    await many.scene.settled();
    const votes = async () => (await many.rows()).filter(({ table }) => /vote|feedback/.test(String(table))).length;
    expect(await votes()).toBe(1);
    const counted = visibleText(await ask('ben'));
    expect(counted).toContain('ask the load balancer');

    const button = card.blocks
      ?.flatMap(({ elements }) => (Array.isArray(elements) ? elements : []))
      .find(({ action_id: id }) => id === 'kb:v1:fixed');
    const press = {
      ...{ type: 'block_actions', trigger_id: '1.1', response_url: `${slack.url}/actions/none` },
      ...{ team: { id: firstTeam }, user: { id: 'U0GUEST', team_id: 'T0GUEST' }, channel: { id: channelId } },
      container: { type: 'message', message_ts: card.ts, channel_id: channelId },
      actions: [{ type: 'button', block_id: 'b', ...button }],
    };
    const send = (body: URLSearchParams | object) =>
      sendSigned(`${many.url}/slack/events`, { body, secret: slack.signingSecret });
    expect((await send(new URLSearchParams({ payload: JSON.stringify(press) }))).status).toBe(200);
    await many.scene.settled();
    expect(await votes()).toBe(1);

    const mention = await slack.as('ana').post(channel, 'who knows 403.14?');
    await send({
      ...{
        type: 'event_callback',
        event_id: 'Ev1',
        team_id: 'T0GUEST',
        context_team_id: firstTeam,
        is_ext_shared_channel: true,
      },
      event: {
        type: 'app_mention',
        channel: channelId,
        user: 'U0GUEST',
        user_team: 'T0GUEST',
        text: '<@U0SUBSTATUS> 403.14',
        ts: mention.ts,
      },
      authorizations: [{ team_id: firstTeam, enterprise_id: null, is_enterprise_install: false }],
    });
    const answer = await slack.waitForMessage(
      ({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === mention.ts,
    );
    const experience = counted.split('\n').filter((line) => !visibleText(answer).includes(line));
    expect(experience.join()).toMatch(/fixed/i);
    expect(visibleText(answer)).not.toContain('load balancer');
    expect(visibleText(await ask('ben'))).not.toContain(experience[0]); // the channel is known to be shared by now
    await many.end();
  });
});
