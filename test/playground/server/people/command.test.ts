import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBot } from '../bots.js';

let slack: LocalSlack;
let app: App;
let payloads: object[] = [];

beforeAll(async () => {
  slack = await startLocalSlack();
  app = await connectBot(slack, (bot) => {
    bot.command('/kb', async ({ ack, payload }) => {
      payloads.push(payload);
      if (payload.text === 'nothing') return ack();
      if (payload.text === 'words') return ack('words');
      if (payload.text === 'bad') return ack({ blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }] });
      return ack({ response_type: 'in_channel', text: payload.text });
    });
  });
});

afterEach(() => {
  slack.reset();
  payloads = [];
});

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

describe('a slash command', () => {
  it('arrives as Slack sends it', async () => {
    await slack.as('ana').command('/kb', ' 401.5 <x> & @ben http://h/a ', '#web-ops');
    expect(payloads).toMatchObject([
      {
        command: '/kb',
        text: '401.5 &lt;x&gt; &amp; @ben http://h/a',
        user_id: slack.as('ana').user.id,
        user_name: 'ana',
        channel_id: slack.channel('#web-ops').id,
        channel_name: 'web-ops',
        team_id: slack.team.id,
        api_app_id: slack.botUser.appId,
        is_enterprise_install: 'false',
        response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\//),
        trigger_id: expect.any(String),
      },
    ]);
  });

  it.each([
    ['#war-room', 'privategroup'],
    ['@Substatus', 'directmessage'],
    ['@ben', 'directmessage'],
  ])('names %s %s', async (channel, name) => {
    await slack.as('ana').command('/kb', 'x', channel);
    expect(payloads).toMatchObject([{ channel_name: name }]);
  });

  it('shows the acknowledgement: nothing, words for one, a message for all', async () => {
    const ana = slack.as('ana');
    expect(await ana.command('/kb', 'nothing', '#web-ops')).toMatchObject({ error: null, message: null });
    const words = await ana.command('/kb', 'words', '#web-ops');
    expect(words.message).toMatchObject({ text: 'words', ephemeral_to: ana.user.id });
    const all = await ana.command('/kb', 'all', '#watercooler');
    expect(all.message).not.toHaveProperty('ephemeral_to');
    expect(slack.messages('#watercooler')).toEqual([all.message]);
  });

  it('shows no message that Slack refuses, and says why', async () => {
    const result = await slack.as('ana').command('/kb', 'bad', '#web-ops');
    expect(result).toMatchObject({ error: 'invalid_command_response', message: null });
    expect(result.problems.join()).toContain('json-pointer:/blocks/0/text/text');
  });

  it('needs a channel that the person is in', async () => {
    await expect(slack.as('ana').command('/kb', '', '#nowhere')).rejects.toThrow('there is no channel "#nowhere"');
  });

  it('is in the log with request, answer and time', async () => {
    await slack.as('ana').command('/kb', '401.5', '#web-ops');
    const [entry] = slack.log;
    expect(entry).toMatchObject({ direction: 'to-bot', name: 'slash_commands', status: 200, error: null, retry: null });
    const response: Json = { response_type: 'in_channel', text: '401.5' };
    expect(entry?.response).toEqual(response);
    expect(entry?.milliseconds).toBeGreaterThan(0);
  });
});
