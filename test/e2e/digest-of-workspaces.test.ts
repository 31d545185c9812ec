import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalWorkspace, Message, View } from '../../src/playground/server/types.js';
import { lastWeek } from '../../src/slack/digest/digest.js';
import { visibleText } from '../support/bot.js';
import { install } from '../support/installing.js';
import { asked } from '../support/lookups.js';
import { type ManyWorkspaces, secondTeam, startManyWorkspaces } from '../support/many-workspaces.js';

const channel = '#incident-4711';
const firstTeam = 'T0LOCAL00';
const dayMs = 24 * 60 * 60 * 1000;

describe.each(['socket', 'http'] as const)('the weekly digest of two workspaces over %s', (transport) => {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-digests-'));
  let many: ManyWorkspaces;
  beforeAll(async () => {
    many = await startManyWorkspaces({ transport, place: { path: join(folder, 'substatus.db') } });
    const optional = ['users:read', 'channels:read', 'groups:read'];
    for (const team of [firstTeam, secondTeam.id]) await install({ bot: many.url, team, user: 'ana', optional });
    const at = lastWeek(Date.now()).since + dayMs;
    const unanswered = { at, codes: [], outcome: 'none' as const, article: null };
    many.store.lookups.record(asked({ ...unanswered, team: firstTeam, question: 'the printer is on fire' }));
    many.store.lookups.record(
      asked({ ...unanswered, team: secondTeam.id, question: 'mail from the ticket system does not arrive' }),
    );
  });
  afterAll(async () => {
    await many.end();
    rmSync(folder, { recursive: true });
  });

  const isDigest = ({ bot_id, text }: Message) => bot_id !== undefined && /digest|questions? without|week/i.test(text);
  const digests = (workspace: LocalWorkspace) => workspace.messages(channel).filter(isDigest).map(visibleText);

  async function open(workspace: LocalWorkspace, name: string, where: string): Promise<View> {
    await workspace.as(name).command('/kb', 'settings', where);
    return workspace.waitForView(name, ({ callback_id: id }) => id === 'kb:v1:set');
  }
  async function choose(workspace: LocalWorkspace): Promise<void> {
    const view = await open(workspace, 'ana', '@Substatus');
    const { errors } = await workspace.as('ana').submit(view, { 'kb:v1:set:digest': workspace.channel(channel).id });
    expect(errors).toEqual({});
  }

  it('goes to the channel that an admin has set, in the workspace that has set one, and tells of that one alone', async () => {
    await expect.poll(() => many.store.lookups.waiting).toBe(0);
    await choose(many.scene.slack);
    await expect.poll(() => digests(many.scene.slack)).toHaveLength(1);
    expect(digests(many.scene.slack)[0]).toContain('printer is on fire');
    expect(digests(many.second)).toEqual([]);

    await choose(many.second);
    await expect.poll(() => digests(many.second)).toHaveLength(1);
    expect(digests(many.second)[0]).toContain('ticket system');
    expect(digests(many.second)[0]).not.toContain('printer');
    expect(digests(many.scene.slack)).toHaveLength(1);
  });

  it('says in the audit who has set it, and is not to be set for a channel', async () => {
    const workspace = await open(many.scene.slack, 'ana', '@Substatus');
    const ana = many.scene.slack.as('ana').user.id;
    const id = many.scene.slack.channel(channel).id;
    expect(visibleText(workspace)).toContain(`<@${ana}>: Where the weekly digest goes: not set → ${id}`);
    await many.scene.slack.as('ana').closeView(workspace, { all: true });
    const own = await open(many.scene.slack, 'ana', channel);
    expect(JSON.stringify(own.blocks)).not.toContain('kb:v1:set:digest');
  });
});
