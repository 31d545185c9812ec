import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/playground/server/types.js';
import { openStore } from '../../src/store/open-store.js';
import type { NewLookup, Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';
import { asked } from '../support/lookups.js';

const unknown: Partial<NewLookup> = { question: 'the printer is on fire', codes: [], outcome: 'none', article: null };

describe('the Home tab of a bot that remembers', () => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-home-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
    const articles = () => ({ brokenArticles: 2, indexStale: false });
    scene = await startScene({ store, watching: { articles } });
  });
  afterEach(async () => {
    await scene.end();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Records lookups of the workspace, and waits until they are written. */
  async function having(...lookups: Partial<NewLookup>[]): Promise<void> {
    for (const lookup of lookups) store.lookups.record(asked({ team: scene.slack.team.id, ...lookup }));
    while (store.lookups.waiting > 0) await wait(20);
  }

  async function openHome(person: string): Promise<View> {
    await scene.slack.as(person).openHome();
    await scene.settled();
    return scene.slack.as(person).home() ?? expect.fail('nothing was published');
  }

  it('shows what was looked up most, and what nobody could answer, without a name', async () => {
    await having(
      { codes: ['500.19'] },
      { codes: ['500.19'] },
      { codes: ['401.5'] },
      { ...unknown, thread: '1.1' },
      { ...unknown, thread: '1.2' },
      { ...unknown, question: 'only for the bot', channel: 'D1' },
      { ...unknown, question: 'of others', team: 'T0OTHER00' },
      { ...unknown, question: '401.5 has an article by now', codes: ['401.5'] },
    );
    const home = await openHome('ana');
    expect(buttonLabels(home)).toEqual(expect.arrayContaining(['500.19 (2)', '401.5 (2)', 'Look up again']));
    expect(buttonLabels(home).filter((label) => label === 'Look up again')).toHaveLength(1);
    const text = visibleText(home);
    expect(text).toContain('the printer is on fire\nasked on 2 occasions');
    for (const hidden of ['only for the bot', 'of others', 'by now']) expect(text).not.toContain(hidden);
    expect(text).toContain('2 files of articles have errors');
    expect(text).toContain('Connected to Slack.');
    expect(text).toContain('The store answers.');
  });

  it('looks a question up again in the search window', async () => {
    await having(unknown);
    const home = await openHome('ana');
    const value = 'v=1&question=the+printer+is+on+fire';
    await scene.slack.as('ana').clickInView(home, 'kb:v1:search-again', { buttonValue: value });
    const window = await scene.slack.waitForView('ana');
    expect(window.callback_id).toBe('kb:v1:search');
    expect(JSON.stringify(window)).toContain('the printer is on fire');
  });

  it('opens the settings of the workspace', async () => {
    await scene.slack.as('ana').clickInView(await openHome('ana'), 'kb:v1:settings');
    expect((await scene.slack.waitForView('ana')).callback_id).toBe('kb:v1:set');
  });

  it('asks the store once for many who open it', async () => {
    await having({ codes: ['500.19'] });
    expect(buttonLabels(await openHome('ana'))).toContain('500.19 (1)');
    await having({ codes: ['500.19'] });
    expect(buttonLabels(await openHome('ben'))).toContain('500.19 (1)');
  });

  it('opens without what the store knows when that is away, and says so', async () => {
    await store.close();
    const text = visibleText(await openHome('ana'));
    expect(text).toContain('The store is away');
    expect(text).toContain('Common codes');
    expect(text).not.toContain('Looked up most this week');
  });
});
