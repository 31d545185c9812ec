import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { viewIds } from '../../cards/ids.js';
import { placeOf } from '../requests/request-place.js';
import type { Services } from '../services.js';

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/** Whether people of other organisations are there: the one who acts, or those who read the channel. */
export type Outside = 'acts' | 'reads' | null;

const mostShared = 10_000;

/**
 * Notes on every request whether somebody from outside acts or reads along. Only events say that a channel is shared, so it
 * is remembered for commands and presses in it.
 */
export function markOutside() {
  const shared = new LRUCache<string, true>({ max: mostShared });
  return async (args: Arguments): Promise<void> => {
    const { body, context, next } = args;
    const { team, channel } = placeOf(args);
    const key = `${team} ${channel}`;
    if ('is_ext_shared_channel' in body) {
      if (body.is_ext_shared_channel === true) shared.set(key, true);
      else shared.delete(key);
    }
    const outside: Outside = context.isOutsider === true ? 'acts' : shared.has(key) ? 'reads' : null;
    context.outside = outside;
    // Windows of the workspace's own are not opened for them; one that is submitted all the same changes nothing.
    if (outside === 'acts' && 'view' in args && args.view.callback_id !== viewIds.search) return args.ack();
    return next();
  };
}

/**
 * What is the workspace's own is not for outsiders. Who acts from outside sees none of it and changes none; where they read
 * along it is not on cards, and people of the workspace go on saying what helped and taking notes.
 */
export function keepFrom<T extends Services>(outside: Outside, services: T): T {
  if (outside === null) return services;
  const noWeeks = { of: async () => null };
  if (outside === 'acts') return { ...services, feedback: null, notes: null, settingsDoor: null, weeks: noWeeks };
  const { feedback, notes } = services;
  return {
    ...services,
    feedback: feedback === null ? null : { ...feedback, tally: () => null },
    notes: notes === null ? null : { ...notes, of: () => null },
  };
}
