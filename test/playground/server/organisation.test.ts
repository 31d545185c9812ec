import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { LocalSlack, LocalWorkspace } from '../../../src/playground/server/types.js';
import { Visitor } from '../../support/installing.js';

const organisation = { id: 'E0GRID000', name: 'Grid' };
const second = { id: 'T0SECOND0', name: 'Second', domain: 'second' };
const oauth = {
  ...{ clientId: '11.22', clientSecret: 'the-secret' },
  redirectUrls: ['http://127.0.0.1:9/slack/oauth_redirect'],
};

describe('an organisation in the local Slack', () => {
  let slack: LocalSlack;
  let other: LocalWorkspace;
  let token: string;
  beforeEach(async () => {
    slack = await startLocalSlack({ oauth, organisation });
    other = slack.addWorkspace(second);
    const query = new URLSearchParams({ client_id: oauth.clientId, scope: 'chat:write', state: 's' });
    const choice = { team: organisation.id, user: 'ana', decision: 'allow' };
    const { location } = await new Visitor().submit(`${slack.url}/oauth/v2/authorize?${query}`, choice);
    const code = new URL(location).searchParams.get('code') ?? '';
    const own = { client_id: oauth.clientId, client_secret: oauth.clientSecret };
    const granted = await client().oauth.v2.access({ ...own, code });
    token = granted.access_token ?? expect.fail('no token');
  });
  afterEach(() => slack.stop());

  const client = (teamId?: string) =>
    new WebClient(token, { slackApiUrl: slack.apiUrl, ...(teamId === undefined ? {} : { teamId }) });
  const post = (teamId?: string) => client(teamId).chat.postMessage({ channel: '#web-ops', text: 'hello' });
  const told = ({ log }: Pick<LocalSlack, 'log'>) =>
    log.filter(({ name, retry }) => name === 'events_api' && retry === null).map(({ payload }) => payload);

  it('has one token, whose calls name the workspace that they mean', async () => {
    expect(await client().auth.test()).toMatchObject({ is_enterprise_install: true, enterprise_id: organisation.id });
    await expect(post()).rejects.toMatchObject({ data: { error: 'missing_argument', arg: 'team_id' } });
    await expect(post('T0ELSEWHERE')).rejects.toThrow('team_access_not_granted');
    await post(second.id);
    expect([slack.messages('#web-ops').length, other.messages('#web-ops').length]).toEqual([0, 1]);
  });

  it('lists the workspaces that a token reaches, a page at a time', async () => {
    const first = await client().auth.teams.list({ limit: 1 });
    expect(first.teams).toEqual([{ id: slack.team.id, name: slack.team.name }]);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const last = await client().auth.teams.list({ limit: 1, cursor });
    expect([last.teams, last.response_metadata?.next_cursor]).toEqual([[{ id: second.id, name: second.name }], '']);
    await expect(client().auth.teams.list({ limit: 1_001 })).rejects.toThrow('invalid_limit');
    await expect(client().auth.teams.list({ cursor: 'made up' })).rejects.toThrow('invalid_cursor');
  });

  it('loses one workspace when that is taken out, and tells of it in the organisation’s name', async () => {
    other.withdrawApp();
    await expect(post(second.id)).rejects.toThrow('team_access_not_granted');
    await post(slack.team.id);
    expect((await client().auth.teams.list()).teams).toEqual([{ id: slack.team.id, name: slack.team.name }]);
    expect((await other.as('ana').command('/kb', '401.5', '#web-ops')).error).toBe('unknown_command');
    await expect.poll(() => told(other)).toHaveLength(1);
    expect(told(other)[0]).toMatchObject({
      ...{ team_id: null, enterprise_id: organisation.id },
      event: { type: 'team_access_revoked', team_ids: [second.id] },
    });
    expect(() => other.withdrawApp()).toThrow('not installed');
  });

  it('loses all when it is uninstalled in any, and is told once', async () => {
    other.uninstallApp();
    expect([slack.installedToken, other.installedToken]).toEqual([null, null]);
    await expect(client().auth.test()).rejects.toThrow('account_inactive');
    await expect(post(slack.team.id)).rejects.toThrow('account_inactive');
    await expect.poll(() => told(other)).toHaveLength(2);
    expect(told(other)).toMatchObject([
      { team_id: organisation.id, enterprise_id: organisation.id, event: { type: 'tokens_revoked' } },
      { team_id: organisation.id, enterprise_id: organisation.id, event: { type: 'app_uninstalled' } },
    ]);
    expect(told(slack)).toEqual([]);
  });

  it('refuses a revoked token in all its workspaces', async () => {
    await client().auth.revoke();
    for (const team of [slack.team.id, second.id]) await expect(post(team)).rejects.toThrow('token_revoked');
  });
});
