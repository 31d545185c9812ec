import type { App } from '@slack/bolt';
import type { Services } from '../services.js';
import { appMention } from './app-mention.js';
import { directMessage } from './direct-message.js';
import { homeOpened } from './home-opened.js';

/** Mentions, direct messages and the Home tab; messages of channels are not subscribed to (see manifest.json). */
export function registerEvents(app: App, services: Services): void {
  app.event('app_mention', (args) => appMention(services, args));
  app.event('message', (args) => directMessage(services, args));
  app.event('app_home_opened', (args) => homeOpened(services, args));
}
