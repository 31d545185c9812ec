import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack();
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

async function post(method: string, body: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(slack.apiUrl + method, { method: 'POST', body, headers });
  return response.json();
}

const form = 'application/x-www-form-urlencoded';

describe('calling a method', () => {
  it('knows who calls', async () => {
    expect(await webClient(slack).auth.test()).toMatchObject({
      ...{
        ok: true,
        team_id: slack.team.id,
        user_id: slack.botUser.id,
        bot_id: slack.botUser.botId,
        user: 'Substatus',
      },
    });
  });

  it.each([
    ['not_authed', 'auth.test', {}],
    ['invalid_auth', 'auth.test', { authorization: 'Bearer xoxb-other' }],
    ['not_allowed_token_type', 'auth.test', { authorization: 'Bearer xapp-local-slack' }],
    ['not_allowed_token_type', 'apps.connections.open', { authorization: 'Bearer xoxb-local-slack' }],
    ['unknown_method', 'chat.sendNothing', { authorization: 'Bearer xoxb-local-slack' }],
    ['unknown_method', 'constructor', { authorization: 'Bearer xoxb-local-slack' }],
  ])('answers %s to %s', async (error, method, headers: Record<string, string>) => {
    expect(await post(method, '', { 'content-type': form, ...headers })).toEqual({ ok: false, error });
  });

  it.each([
    ['a form', form, 'token=xoxb-local-slack&channel=%23web-ops&text=hi'],
    ['JSON', 'application/json; charset=utf-8', '{"token":"xoxb-local-slack","channel":"#web-ops","text":"hi"}'],
  ])('takes %s', async (_what, type, body) => {
    expect(await post('chat.postMessage', body, { 'content-type': type })).toMatchObject({ ok: true });
  });

  it.each([
    ['invalid_json', 'application/json', '{'],
    ['json_not_object', 'application/json', '[]'],
    ['invalid_post_type', 'text/plain', 'x'],
  ])('answers %s', async (error, type, body) => {
    expect(await post('api.test', body, { 'content-type': type })).toEqual({ ok: false, error });
  });
});

describe('ordered trouble', () => {
  it('answers 429 with Retry-After, then works again', async () => {
    slack.rateLimit('auth.test', { times: 1, retryAfter: 7 });
    await expect(webClient(slack).auth.test()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(webClient(slack).auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('fails with a status or an error, as often as told', async () => {
    slack.failNext('auth.test', { status: 503 });
    await expect(webClient(slack).auth.test()).rejects.toMatchObject({ statusCode: 503 });
    slack.failNext('auth.test', { error: 'fatal_error' }, 2);
    await expect(webClient(slack).auth.test()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    await expect(webClient(slack).auth.test()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    await expect(webClient(slack).auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('is in the log, which never holds a token', async () => {
    slack.failNext('auth.test', { error: 'fatal_error' });
    await webClient(slack)
      .auth.test()
      .catch(() => null);
    expect(slack.log).toMatchObject([{ direction: 'from-bot', name: 'auth.test', status: 200, error: 'fatal_error' }]);
    expect(JSON.stringify(slack.log)).not.toContain('xoxb');
  });
});
