import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import { readManifest } from '../../../src/playground/server/manifest.js';

describe('readManifest', () => {
  it('gives what the app brings along', () => {
    const app = readManifest(manifest);
    expect(app.commands.map(({ command }) => command)).toEqual(['/kb']);
    expect(app.shortcuts).toMatchObject([
      { type: 'message', callbackId: 'kb_lookup_message', name: 'Look up this error' },
      { type: 'message', callbackId: 'kb_save_note', name: 'Save as KB note' },
      { type: 'global', callbackId: 'kb_search_global' },
    ]);
    expect(app.events).toEqual(expect.arrayContaining(['app_mention', 'message.im']));
    expect(app.scopes).toEqual(expect.arrayContaining(['chat:write', 'channels:history']));
    expect(app.homeTab).toBe(manifest.features.app_home.home_tab_enabled);
  });

  it('is what a local Slack is started with', async () => {
    const slack = await startLocalSlack(readManifest(manifest));
    expect(await slack.as('ana').command('/help', '', '#web-ops')).toMatchObject({ error: 'unknown_command' });
    await slack.stop();
  });

  it.each([null, 'text', {}, { features: [] }, { features: { slash_commands: 7 } }])(
    'takes %j for an empty one',
    (given) => {
      expect(readManifest(given)).toEqual({ commands: [], shortcuts: [], events: [], scopes: [], homeTab: false });
    },
  );
});
