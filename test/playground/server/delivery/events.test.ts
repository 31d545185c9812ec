import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isJson } from '../../../../src/playground/server/json.js';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { BotEvent, Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

let slack: LocalSlack;
let app: App;

beforeEach(() => start());

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

async function start(events?: readonly BotEvent[]): Promise<void> {
  slack = await startLocalSlack(events === undefined ? {} : { events });
  app = await connectBot(slack);
}

/** The inner events that were delivered. */
async function events(): Promise<Json[]> {
  await slack.quiet();
  const payloads = slack.log.filter(({ name }) => name === 'events_api').map(({ payload }) => payload.event);
  return payloads.filter(isJson);
}

describe('events', () => {
  it('app_mention arrives as Slack sends it', async () => {
    const message = await slack.as('ana').post('#web-ops', 'hey @Substatus 401.5 & 500');
    const [event] = await events();
    expect(event).toEqual({
      type: 'app_mention',
      user: slack.as('ana').user.id,
      text: `hey <@${slack.botUser.id}> 401.5 &amp; 500`,
      ts: message.ts,
      event_ts: message.ts,
      channel: message.channel,
      team: slack.team.id,
      client_msg_id: message.client_msg_id,
      blocks: message.blocks,
    });
    expect(slack.log.find(({ name }) => name === 'events_api')?.payload).toMatchObject({
      ...{ type: 'event_callback', team_id: slack.team.id, api_app_id: slack.botUser.appId },
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ user_id: slack.botUser.id, is_bot: true }],
    });
  });

  it('keeps quiet about messages that do not mention the bot, and channels without it', async () => {
    await slack.as('ana').post('#web-ops', 'no mention of Substatus');
    await slack.as('ana').post('#watercooler', '@Substatus 401.5');
    await slack.as('ana').post('#war-room', '@Substatus 401.5');
    expect(await events()).toEqual([]);
  });

  it('in a DM: message events for posts, edits, deletions and the bot’s own words; no mention', async () => {
    const ana = slack.as('ana');
    const message = await ana.post('@Substatus', '@Substatus 401.5');
    await ana.edit(message, '401.3');
    await ana.delete(message);
    await webClient(slack).chat.postMessage({ channel: message.channel, text: 'own' });
    expect(await events()).toMatchObject([
      { type: 'message', channel_type: 'im', channel: message.channel, user: ana.user.id },
      {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: { text: '401.3', edited: {} },
        previous_message: { ts: message.ts },
      },
      { type: 'message', subtype: 'message_deleted', deleted_ts: message.ts },
      { type: 'message', bot_id: slack.botUser.botId, text: 'own' },
    ]);
  });

  it('marks edits and other apps', async () => {
    const message = await slack.as('ana').post('#web-ops', 'first');
    await slack.as('ana').edit(message, '@Substatus second');
    await slack.as('deploybot').post('#web-ops', '@Substatus deployed');
    expect(await events()).toMatchObject([
      { type: 'app_mention', ts: message.ts, edited: { user: slack.as('ana').user.id } },
      { type: 'app_mention', bot_id: expect.stringMatching(/^B/), bot_profile: { name: 'deploybot' } },
    ]);
  });

  it('carries files', async () => {
    const files = [{ name: 'u_ex.log', mimetype: 'text/plain' }];
    await slack.as('ana').post('@Substatus', '', { files });
    const [event] = await events();
    expect(event).toMatchObject({
      subtype: 'file_share',
      text: '',
      files: [{ id: expect.any(String), name: 'u_ex.log' }],
    });
    expect(event).not.toHaveProperty('blocks');
  });

  it('tells that the Home tab was opened', async () => {
    const { user } = slack.as('ana');
    await slack.as('ana').openHome();
    await webClient(slack).views.publish({ user_id: user.id, view: { type: 'home', blocks: [] } });
    await slack.as('ana').openHome();
    expect(await events()).toMatchObject([
      { type: 'app_home_opened', tab: 'home', user: user.id, channel: slack.channel('@ana').id },
      { type: 'app_home_opened', view: { type: 'home' } },
    ]);
  });
});

describe('subscriptions', () => {
  it('make two events of one mention, with one ts and client_msg_id and two event_ids', async () => {
    await app.stop();
    await slack.stop();
    await start(['app_mention', 'message.channels']);
    await slack.as('ana').post('#web-ops', '@Substatus 401.5');
    const [mention, message, ...more] = await events();
    expect([mention?.type, message?.type, more]).toEqual(['app_mention', 'message', []]);
    expect([mention?.ts, mention?.client_msg_id]).toEqual([message?.ts, message?.client_msg_id]);
    const ids = slack.log.filter(({ name }) => name === 'events_api').map(({ payload }) => payload.event_id);
    expect(new Set(ids).size).toBe(2);
  });
});
