import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { LocalSlack, LocalSlackOptions, OAuthApp } from '../../../src/playground/server/types.js';
import { Visitor } from '../../support/installing.js';
import { webClient } from './bots.js';

const oauth: OAuthApp = {
  clientId: '11.22',
  clientSecret: 'a client secret',
  redirectUrls: ['http://127.0.0.1:1/slack/oauth_redirect'],
  optionalScopes: ['groups:history'],
};
const second = { id: 'T0SECOND0', name: 'Second', domain: 'second' };

describe('installing an app', () => {
  let slack: LocalSlack;
  let now = Date.now();
  const start = async (more: LocalSlackOptions = {}) => {
    slack = await startLocalSlack({
      oauth,
      scopes: ['commands', 'chat:write', 'groups:history'],
      now: () => now,
      ...more,
    });
  };
  beforeEach(() => start());
  afterEach(() => slack.stop());

  const authorizeUrl = (query: Record<string, string> = {}) =>
    `${slack.url}/oauth/v2/authorize?${new URLSearchParams({ client_id: oauth.clientId, scope: 'commands,groups:history', state: 'a state', ...query })}`;
  const allow = { decision: 'allow', team: 'T0LOCAL00', user: 'ana' };

  async function codeFor(form: Record<string, string> = {}, query = {}): Promise<string> {
    const { location } = await new Visitor().submit(authorizeUrl(query), { ...allow, ...form });
    return new URL(location).searchParams.get('code') ?? '';
  }
  const exchange = (code: string, more: object = {}) =>
    new WebClient(undefined, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }).oauth.v2.access({
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      code,
      ...more,
    });

  it('asks who and where, with the scopes, some of which may be declined', async () => {
    slack.addWorkspace({ ...second, name: '<i>Second</i>' });
    const { html, status, headers } = await new Visitor().get(authorizeUrl());
    expect(status).toBe(200);
    expect(html).toMatch(/value="T0LOCAL00" checked.*value="T0SECOND0" required/s);
    expect(html).toContain('&lt;i>Second'.replace('>', '&gt;'));
    expect(html).toMatch(/<code>commands<\/code><\/li>.*name="optional" value="groups:history" checked/s);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives a code, and for it a token of that workspace with those scopes', async () => {
    const other = slack.addWorkspace(second, { users: [{ name: 'zoe' }] });
    const { location } = await new Visitor().submit(authorizeUrl(), { ...allow, team: second.id, user: 'zoe' });
    const back = new URL(location);
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([oauth.redirectUrls[0], 'a state']);
    const granted = await exchange(back.searchParams.get('code') ?? '');
    expect(granted).toMatchObject({
      ...{ ok: true, token_type: 'bot', scope: 'commands', is_enterprise_install: false, enterprise: null },
      ...{ team: { id: second.id, name: 'Second' }, authed_user: { id: other.as('zoe').user.id } },
    });
    expect(granted.access_token).toBe(other.installedToken);
    expect(slack.installedToken).toBeNull();
    const client = webClient(slack, granted.access_token);
    expect(await client.auth.test()).toMatchObject({ team_id: second.id, team: 'Second' });
    await expect(client.chat.postMessage({ channel: '#web-ops', text: 'x' })).rejects.toThrow('missing_scope');
    expect(JSON.stringify(other.log)).not.toContain(oauth.clientSecret);
  });

  it('sends somebody who declines back', async () => {
    const { location, status } = await new Visitor().submit(authorizeUrl(), { ...allow, decision: 'deny' });
    expect([status, new URL(location).search]).toEqual([302, '?error=access_denied&state=a+state']);
  });

  it.each([
    ['invalid_client_id', { client_id: '1.1' }],
    ['bad_redirect_uri', { redirect_uri: 'http://127.0.0.1:1/elsewhere' }],
    ['bad_redirect_uri', { redirect_uri: 'https://evil.example/slack/oauth_redirect' }],
    ['bad_redirect_uri', { redirect_uri: 'nonsense' }],
    ['invalid_scope', { scope: 'admin' }],
    ['no_scopes', { scope: '' }],
  ])('refuses with %s', async (error, query) => {
    const { status, html, location } = await new Visitor().get(authorizeUrl(query));
    expect([status, location]).toEqual([400, '']);
    expect(html).toContain(`<code>${error}</code>`);
  });

  it('takes a code once, for ten minutes, from the app that asked, with the address that was asked for', async () => {
    const code = await codeFor({}, { redirect_uri: oauth.redirectUrls[0] });
    await expect(exchange(code, { client_id: '1.1' })).rejects.toThrow('invalid_client_id');
    await expect(exchange(code, { client_secret: 'wrong' })).rejects.toThrow('bad_client_secret');
    await expect(exchange(code)).rejects.toThrow('bad_redirect_uri');
    await exchange(code, { redirect_uri: oauth.redirectUrls[0] });
    await expect(exchange(code, { redirect_uri: oauth.redirectUrls[0] })).rejects.toThrow('code_already_used');
    await expect(exchange('made up')).rejects.toThrow('invalid_code');
    const late = await codeFor();
    now += 10 * 60_000;
    await expect(exchange(late)).rejects.toThrow('invalid_code');
  });

  it('has the app nowhere before', async () => {
    const result = await slack.as('ana').command('/kb', '401.5', '#web-ops');
    expect(result.error).toBe('unknown_command');
    await expect(webClient(slack).auth.test()).rejects.toThrow('invalid_auth');
  });

  it('refuses a revoked token, and one of an app that was taken out', async () => {
    const { access_token: first } = await exchange(await codeFor());
    const client = webClient(slack, first);
    expect(await client.auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await client.auth.revoke()).toMatchObject({ revoked: true });
    await expect(client.auth.test()).rejects.toThrow('token_revoked');
    const { access_token: next } = await exchange(await codeFor());
    const again = webClient(slack, next);
    const own = { client_id: oauth.clientId, client_secret: oauth.clientSecret };
    await expect(again.apps.uninstall({ ...own, client_secret: 'wrong' })).rejects.toThrow('bad_client_secret');
    await again.apps.uninstall(own);
    await expect(again.auth.test()).rejects.toThrow('account_inactive');
    expect(slack.installedToken).toBeNull();
    const told = slack.log
      .filter(({ name, retry }) => name === 'events_api' && retry === null)
      .map(({ payload }) => payload.event);
    expect(told).toMatchObject([
      { type: 'tokens_revoked', tokens: { bot: [slack.botUser.id] } },
      { type: 'tokens_revoked' },
      { type: 'app_uninstalled' },
    ]);
  });

  it('renews tokens of an app with rotation', async () => {
    await slack.stop();
    await start({ oauth: { ...oauth, tokenLifeSeconds: 43_200 } });
    const { access_token: first, refresh_token: refresh, expires_in: life } = await exchange(await codeFor());
    expect([first?.startsWith('xoxe.xoxb-'), life]).toEqual([true, 43_200]);
    now += 43_200_000;
    await expect(webClient(slack, first).auth.test()).rejects.toThrow('token_expired');
    const renewal = { grant_type: 'refresh_token', refresh_token: refresh };
    const { access_token: next } = await exchange('', renewal);
    expect(await webClient(slack, next).auth.test()).toMatchObject({ ok: true });
    await expect(exchange('', renewal)).rejects.toThrow('invalid_refresh_token');
  });
});
