import type { App } from '@slack/bolt';
import type { Services } from '../services.js';
import { servicesHere } from '../settings/here.js';
import { appMention } from './app-mention.js';
import { channelMessage } from './channel-message.js';
import { directMessage } from './direct-message.js';
import { homeOpened } from './home-opened.js';
import { teamsGone, tokensGone } from './token-events.js';

/**
 * Mentions, direct messages, the Home tab, and the end of an installation; messages of channels come only where an admin
 * of the app has subscribed to them (see docs/SETTINGS.md).
 */
export function registerEvents(app: App, services: Services): void {
  app.event('app_mention', async (args) => appMention(await servicesHere(services, args), args));
  app.event('message', async (args) => {
    const here = await servicesHere(services, args);
    await directMessage(here, args);
    await channelMessage(here, args);
  });
  app.event('app_home_opened', async (args) => homeOpened(await servicesHere(services, args), args));
  app.event('app_uninstalled', (args) => tokensGone(services.seeingOff, services.log, args));
  app.event('team_access_revoked', (args) => teamsGone(services.seeingOff, services.log, args));
  app.event('tokens_revoked', (args) => tokensGone(services.seeingOff, services.log, args));
}
