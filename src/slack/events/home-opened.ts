import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { homeView } from '../../cards/home-view.js';
import type { Services } from '../services.js';

type Arguments = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/**
 * Publishes the Home tab anew each time that somebody opens it. Nobody waits for an answer there, so a failure is in
 * the log only, and the person goes on seeing what was published before.
 */
export async function homeOpened(services: Services, { event, client, context }: Arguments) {
  if (event.tab !== 'home') return;
  const { log, texts, recent } = services;
  const team = context.teamId;
  try {
    const [week, health] = await Promise.all([services.weeks.of(team), services.health()]);
    const view = homeView(texts, {
      command: '/kb',
      bot: context.botUserId,
      recent: recent.of({ team, user: event.user }),
      week,
      // A store that answers, but not what it is asked here, is as good as away.
      health: week === null && health.store === 'up' ? { ...health, store: 'away' } : health,
    });
    await client.views.publish({ user_id: event.user, view });
  } catch (error) {
    log.error({ err: error, listener: 'event app_home_opened' }, 'the Home tab could not be published');
  }
}
