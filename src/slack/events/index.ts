import type { App } from '@slack/bolt';
import { servicesHere } from '../here.js';
import type { Services } from '../services.js';
import { appMention } from './app-mention.js';
import { directMessage } from './direct-message.js';
import { homeOpened } from './home-opened.js';

/** Mentions, direct messages and the Home tab; messages of channels are not subscribed to (see manifest.json). */
export function registerEvents(app: App, services: Services): void {
  app.event('app_mention', async (args) => appMention(await servicesHere(services, args), args));
  app.event('message', async (args) => directMessage(await servicesHere(services, args), args));
  app.event('app_home_opened', async (args) => homeOpened(await servicesHere(services, args), args));
}
