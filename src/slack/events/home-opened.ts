import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { homeView } from '../../cards/home-view.js';
import type { Services } from '../services.js';

type Arguments = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/**
 * Publishes the Home tab anew each time that somebody opens it. Nobody waits for an answer there, so a failure is in
 * the log only, and the person goes on seeing what was published before.
 */
export async function homeOpened({ lookup, recent, log, texts }: Services, { event, client, context }: Arguments) {
  if (event.tab !== 'home') return;
  try {
    const view = homeView(texts, {
      command: '/kb',
      bot: context.botUserId,
      articles: lookup.size,
      refreshed: lookup.refreshed,
      recent: recent.of({ team: context.teamId, user: event.user }),
    });
    await client.views.publish({ user_id: event.user, view });
  } catch (error) {
    log.error({ err: error, listener: 'event app_home_opened' }, 'the Home tab could not be published');
  }
}
