import type { App } from '@slack/bolt';
import type { Services } from '../services.js';
import { appMention } from './app-mention.js';
import { directMessage } from './direct-message.js';

/** Mentions and direct messages; messages of channels are not subscribed to (see manifest.json). */
export function registerEvents(app: App, services: Services): void {
  app.event('app_mention', (args) => appMention(services, args));
  app.event('message', (args) => directMessage(services, args));
}
