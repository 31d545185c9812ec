import type { App } from '@slack/bolt';
import { isOurs } from '../requests/requests.js';
import type { Services } from '../services.js';
import { servicesHere } from '../settings/here.js';
import { asksForSettings, settingsCommand } from '../settings/open-settings.js';
import { kbCommand } from './kb.js';

/** The one slash command; whatever it is named in the app's settings, this bot answers it. */
export function registerCommands(app: App, services: Services): void {
  app.command(/^\//, async (args) => {
    const here = await servicesHere(services, args);
    if (!asksForSettings(args.command.text)) await kbCommand(here, args);
    else if (await isOurs(args.context)) await settingsCommand(here, args);
  });
}
