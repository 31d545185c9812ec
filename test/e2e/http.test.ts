import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { createSlackBot, type SlackBot } from '../../src/slack/app.js';
import { configFor, freePort, shippedLookup, visibleText } from '../support/bot.js';
import { sendSigned } from '../support/signed-request.js';

/** Requests as Slack sends them, also those that the local Slack never makes. */
describe('signed HTTP', () => {
  let slack: LocalSlack;
  let bot: SlackBot;
  let url: string;
  beforeAll(async () => {
    slack = await startLocalSlack({ delivery: { type: 'http' } });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const config = configFor(slack, 'http', port);
    bot = createSlackBot(config, await shippedLookup(), createLogger('silent'));
    await bot.start();
  });
  afterEach(() => slack.reset());
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  let requests = 0;
  const trigger = () => {
    requests += 1;
    return `1.${requests}`;
  };

  function send(body: URLSearchParams | object, odd: { secret?: string; at?: number } = {}): Promise<Response> {
    return sendSigned(`${url}/slack/events`, { body, secret: slack.signingSecret, ...odd });
  }

  function command(name = '/kb', text = '401.5'): URLSearchParams {
    return new URLSearchParams({ command: name, text, team_id: 'T1', user_id: 'U1', trigger_id: trigger() });
  }

  const interaction = (payload: object) =>
    send(
      new URLSearchParams({
        payload: JSON.stringify({ team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: trigger(), ...payload }),
      }),
    );

  it('answers a request that Slack signed', async () => {
    const response = await send(command());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      response_type: 'in_channel',
      unfurl_links: false,
      unfurl_media: false,
      text: expect.stringContaining('401.5'),
    });
  });

  it.each([
    ['signed with another secret', { secret: 'another secret' }],
    ['signed ten minutes ago', { at: Date.now() - 600_000 }],
  ])('refuses a request %s', async (_, odd) => {
    expect((await send(command(), odd)).status).toBe(401);
  });

  it('answers whatever the command is called', async () => {
    expect(await (await send(command('/iis', 'help'))).json()).toMatchObject({
      text: expect.stringContaining('/iis 401.5'),
    });
  });

  it.each([
    ['/healthz', { alive: true }],
    ['/readyz', { ready: true, degraded: [], checks: { slack: { state: 'connected' }, store: { state: 'none' } } }],
  ])('says how it is: %s', async (path, answer) => {
    const response = await fetch(`${url}${path}`);
    expect([response.status, await response.json()]).toMatchObject([200, answer]);
  });

  it.each<[string, object, string]>([
    [
      'a window',
      { type: 'view_submission', view: { id: 'V1', callback_id: 'kb:v9:other', state: { values: {} } } },
      '',
    ],
    ['a menu', { type: 'block_suggestion', action_id: 'kb:v9:other', block_id: 'b', value: '4' }, '{"options":[]}'],
    ['a global shortcut', { type: 'shortcut', callback_id: 'kb_v9_other' }, ''],
    [
      'a message shortcut',
      { type: 'message_action', callback_id: 'kb_v9_other', message: {}, channel: { id: 'C1' } },
      '',
    ],
  ])('acknowledges %s that it does not know', async (_, payload, body) => {
    const response = await interaction(payload);
    expect([response.status, await response.text()]).toEqual([200, body]);
  });

  it('tells the person directly about an unknown button in a window', async () => {
    const ana = slack.as('ana').user.id;
    const view = { id: 'V1', callback_id: 'kb:v1:article', hash: 'h', state: { values: {} } };
    const action = { type: 'button', action_id: 'kb:v9:other', block_id: 'b', value: 'x', action_ts: '1.2' };
    const container = { type: 'view', view_id: 'V1' };
    const response = await interaction({
      type: 'block_actions',
      user: { id: ana },
      view,
      container,
      actions: [action],
    });
    expect(response.status).toBe(200);
    const told = await slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(told.channel).toBe(slack.channel('@ana').id);
    expect(visibleText(told)).toMatch(/ask again/);
  });

  it('answers people of another organisation in a shared channel', async () => {
    const asked = await slack.as('ana').post('#incident-4711', 'a message to answer under');
    const mention = {
      type: 'app_mention',
      user: 'U0STRANGER',
      user_team: 'T0OTHER',
      source_team: 'T0OTHER',
      team: 'T0OTHER',
      user_profile: { display_name: '<!channel>' },
      text: '<@U0BOT> 403.14',
      channel: asked.channel,
      ts: asked.ts,
      event_ts: asked.ts,
    };
    const envelope = {
      type: 'event_callback',
      team_id: slack.team.id,
      context_team_id: 'T0OTHER',
      context_enterprise_id: null,
      is_ext_shared_channel: true,
      authorizations: [{ enterprise_id: null, team_id: slack.team.id, user_id: slack.botUser.id, is_bot: true }],
      event_id: 'Ev1',
      event: mention,
    };
    expect((await send(envelope)).status).toBe(200);
    const answer = await slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(answer.thread_ts).toBe(asked.ts);
    expect(visibleText(answer)).toContain('403.14');
  });
});
