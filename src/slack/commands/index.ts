import type { App } from '@slack/bolt';
import { servicesHere } from '../here.js';
import type { Services } from '../services.js';
import { kbCommand } from './kb.js';

/** The one slash command; whatever it is named in the app's settings, this bot answers it. */
export function registerCommands(app: App, services: Services): void {
  app.command(/^\//, async (args) => kbCommand(await servicesHere(services, args), args));
}
