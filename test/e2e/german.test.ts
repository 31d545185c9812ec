import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

const channel = '#incident-4711';

describe('a workspace that is set to German', () => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-german-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
    scene = await startScene({ store });
    const change = { team: scene.slack.team.id, channel: null, person: 'U1', at: Date.now() };
    await store.settings.change({ ...change, values: { language: { value: 'de' } } });
  });
  afterAll(async () => {
    await scene.end();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function card() {
    const { message } = await scene.slack.as('ana').command('/kb', '401.5', channel);
    return message ?? expect.fail('no answer');
  }

  it('gets German labels around the words of the article', async () => {
    const shown = await card();
    expect(buttonLabels(shown)).toEqual(expect.arrayContaining(['Ganzer Artikel', 'Gilt für', 'Das war die Lösung']));
    expect(visibleText(shown)).toContain('URSACHE');
    expect(visibleText(shown)).toContain('ISAPI');
  });

  it('has buttons that do what the English ones do', async () => {
    const ana = scene.slack.as('ana');
    const shown = await card();
    await ana.click(shown, 'kb:v1:full');
    const window = await scene.slack.waitForView('ana');
    expect(window.close?.text).toBe('Schließen');
    expect(visibleText(window)).toContain('LÖSUNG');
    await ana.click(shown, 'kb:v1:not-helped');
    await scene.settled();
    const next = scene.slack.messages(channel, { as: 'ana' }).at(-1) ?? expect.fail('no answer to the press');
    expect(buttonLabels(next)).toContain('Jemanden fragen');
  });

  it('has a German Home tab and search window', async () => {
    const ana = scene.slack.as('ana');
    await ana.openHome();
    await scene.settled();
    const home = ana.home() ?? expect.fail('nothing was published');
    expect(visibleText(home)).toContain('Häufige Codes');
    expect(visibleText(home)).toContain('Die Datenbank antwortet.');
    await ana.clickInView(home, 'kb:v1:search-again');
    await scene.settled();
    expect(ana.openView()?.title?.text).toBe('IIS-Fehler suchen');
  });
});
