import type { App } from '@slack/bolt';
import type { Services } from '../services.js';
import { kbCommand } from './kb.js';

/** The one slash command; whatever it is named in the app's settings, this bot answers it. */
export function registerCommands(app: App, services: Services): void {
  app.command(/^\//, (args) => kbCommand(services, args));
}
