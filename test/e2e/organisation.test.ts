import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../support/bot.js';
import { install } from '../support/installing.js';
import { type ManyWorkspaces, organisation, secondTeam, startManyWorkspaces } from '../support/many-workspaces.js';
import { askIn, leaveTraces } from '../support/traces.js';

const channel = '#incident-4711';
const firstTeam = 'T0LOCAL00';

describe.each(['socket', 'http'] as const)('an organisation over %s', (transport) => {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-organisation-'));
  let many: ManyWorkspaces;
  beforeAll(async () => {
    const place = { path: join(folder, 'substatus.db') };
    many = await startManyWorkspaces({ transport, place, slack: { organisation } });
  });
  afterAll(async () => {
    await many.end();
    rmSync(folder, { recursive: true });
  });

  it('has the bot in all its workspaces after one installation, with one token', async () => {
    const optional = ['users:read', 'channels:read', 'groups:read'];
    const page = await install({ bot: many.url, team: organisation.id, user: 'ana', optional });
    expect([page.status, page.html]).toEqual([200, expect.stringContaining('Grid &amp; Co')]);
    const token = many.scene.slack.installedToken;
    expect([token, many.second.installedToken]).toEqual([expect.stringMatching(/^xoxb-/), token]);
    expect(await many.store.installations.overview()).toEqual({ installed: 1, locked: [] });
    expect(await many.store.installations.find(organisation.id)).toMatchObject({
      ...{ isEnterpriseInstall: true, enterprise: organisation, bot: { token } },
    });
  });

  it('is answered in each of them: commands, and mentions with the one token', async () => {
    for (const workspace of [many.scene.slack, many.second]) {
      const ana = workspace.as('ana');
      expect((await ana.command('/kb', '401.5', channel)).message?.text).toContain('401.5');
      const { ts } = await ana.post(channel, '@Substatus 403.14');
      await workspace.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === ts);
    }
    await many.scene.settled();
    const asked = async () => (await many.rows()).filter(({ table }) => table === 'lookups').map(({ team }) => team);
    await expect.poll(async () => (await asked()).sort()).toEqual([firstTeam, firstTeam, secondTeam.id, secondTeam.id]);
  });

  it('keeps notes, votes and settings of its workspaces apart', async () => {
    const ana = many.scene.slack.as('ana');
    await leaveTraces(many, channel);
    const [own, theirs] = [await askIn(ana, channel), await askIn(many.second.as('ana'), channel)];
    expect([own.ephemeral_to, theirs.ephemeral_to]).toEqual([ana.user.id, undefined]);
    expect(visibleText(own)).toMatch(/load balancer/);
    expect(visibleText(own)).toMatch(/Fixed it/);
    expect(visibleText(theirs)).not.toMatch(/load balancer|Fixed it/);
    const kept = (await many.rows()).filter(({ table }) => /^(?:notes|feedback|settings)$/.test(String(table)));
    expect(new Set(kept.map(({ table }) => table)).size).toBe(3);
    expect(kept.filter(({ team }) => team !== firstTeam)).toEqual([]);
  });
});
