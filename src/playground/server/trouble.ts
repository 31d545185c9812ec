import type { SocketTransport } from './delivery/socket.js';
import type { Channel, OrderedTrouble, TroubleSwitches } from './types.js';
import type { Workspace } from './workspace.js';

/** What is ordered and not yet spent. */
export function orderedTrouble({ faults, triggers, directory }: Workspace): OrderedTrouble {
  return {
    delayMs: faults.delayMs,
    rateLimited: faults.rateLimited,
    failing: faults.failing,
    duplicateNext: faults.duplicatesNext,
    expiredTriggers: triggers.bornExpired,
    withoutBot: directory.withoutBot().map(({ id }) => id),
  };
}

/** The switches that make trouble on purpose. `find` throws for a channel that is not there. */
export function troubleSwitches(
  { faults, triggers, responseUrls, directory }: Workspace,
  socket: SocketTransport,
  find: (channel: string) => Channel,
): TroubleSwitches {
  return {
    dropSockets: () => socket.dropAll(),
    dropNextDeliveries: (when, times = 1) => socket.dropNext(when, times),
    deafenSockets: (how = 'half-open') => socket.deafenAll(how),
    deafenNextSockets: (how = 'half-open', times = 1) => socket.deafenNext(how, times),
    disconnect: (reason = 'warning') => socket.disconnectAll(reason),
    delayDeliveries: (milliseconds) => {
      faults.delay(milliseconds);
    },
    rateLimit: (method, { times = 1, retryAfter = 1 } = {}) => faults.add(method, { retryAfter }, times),
    failNext: (method, failure, times = 1) => faults.add(method, failure, times),
    duplicateNextEvent: () => faults.orderDuplicate(),
    loseAcks: (times = 1) => faults.loseAcks(times),
    hideRetries: (isHidden) => {
      faults.hidesRetries = isHidden;
    },
    reorderEvents: (count) => faults.reorder(count),
    expireResponseUrls: (times = 1) => responseUrls.expireAll(times),
    expireTriggers: (times = 1) => triggers.expireAll(times),
    removeBotFrom: (channel) => {
      directory.setBot(find(channel), false);
    },
    inviteBot: (channel) => {
      directory.setBot(find(channel), true);
    },
    archive: (channel) => {
      directory.archive(find(channel));
    },
  };
}
