import type { App, Receiver } from '@slack/bolt';

/** A request on its way to the app's listeners. */
export type IncomingEvent = Parameters<App['processEvent']>[0];

/** A receiver whose requests pass through `process`, which hands them on to the app that it is given. */
export function overReceiver(receiver: Receiver, process: (app: App, event: IncomingEvent) => Promise<void>): Receiver {
  return {
    init(app) {
      const processEvent: App['processEvent'] = (event) => process(app, event);
      receiver.init(Object.assign(Object.create(app), { processEvent }));
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
