import type { App, SlackShortcut } from '@slack/bolt';
import { shortcutIds } from '../../cards/ids.js';
import type { Services } from '../services.js';
import { servicesHere } from '../settings/here.js';
import { lookUpMessage } from './look-up-message.js';
import { openSearch } from './open-search.js';
import { saveNote } from './save-note.js';

/** The shortcuts of manifest.json; any other, from an older manifest, is acknowledged and left alone. */
export function registerShortcuts(app: App, services: Services): void {
  const known: string[] = Object.values(shortcutIds);
  app.shortcut({ callback_id: shortcutIds.lookUpMessage, type: 'message_action' }, async (args) =>
    lookUpMessage(await servicesHere(services, args), args),
  );
  app.shortcut({ callback_id: shortcutIds.saveNote, type: 'message_action' }, async (args) =>
    saveNote(await servicesHere(services, args), args),
  );
  app.shortcut({ callback_id: shortcutIds.search, type: 'shortcut' }, async (args) =>
    openSearch(await servicesHere(services, args), args),
  );
  app.shortcut<SlackShortcut>(/.*/s, async ({ shortcut, ack }) => {
    if (!known.includes(shortcut.callback_id)) await ack();
  });
}
