import type { Receiver } from '@slack/bolt';
import { newReference, withReference } from '../../log.js';
import type { Observer, RequestKind } from '../../operating/observer.js';
import { overReceiver } from '../connection/over-receiver.js';

/**
 * A receiver whose requests are observed, each under a reference of its own: every line of the log that is written for
 * a request carries it.
 */
export function observeRequests(receiver: Receiver, observer: Observer): Receiver {
  return overReceiver(receiver, (app, event) => {
    const reference = newReference();
    return withReference(reference, () =>
      observer.request(kindOf(event.body), reference, (acked) =>
        app.processEvent({
          ...event,
          async ack(response) {
            await event.ack(response);
            acked();
          },
        }),
      ),
    );
  });
}

const kindsOfEvents = new Map<unknown, RequestKind>([
  ['app_mention', 'mention'],
  ['message', 'channel'],
  ['app_home_opened', 'home'],
]);
const kindsOfPayloads = new Map<unknown, RequestKind>([
  ['block_actions', 'button'],
  ['block_suggestion', 'menu'],
  ['message_action', 'shortcut'],
  ['shortcut', 'shortcut'],
  ['view_closed', 'window'],
  ['view_submission', 'window'],
]);

/** @param body of a request, as Slack sent it */
export function kindOf(body: {
  command?: unknown;
  event?: { type?: unknown; channel_type?: unknown };
  type?: unknown;
}): RequestKind {
  if (body.command !== undefined) return 'command';
  if (body.event !== undefined) return kindOfEvent(body.event);
  return kindsOfPayloads.get(body.type) ?? 'other';
}

function kindOfEvent({ type, channel_type: channelType }: { type?: unknown; channel_type?: unknown }): RequestKind {
  return type === 'message' && channelType === 'im' ? 'direct' : (kindsOfEvents.get(type) ?? 'other');
}
