import type { SocketTransport } from './delivery/socket.js';
import type { Channel, TroubleSwitches } from './types.js';
import type { Workspace } from './workspace.js';

/** The switches that make trouble on purpose. `find` throws for a channel that is not there. */
export function troubleSwitches(
  { faults, triggers, directory }: Workspace,
  socket: SocketTransport,
  find: (channel: string) => Channel,
): TroubleSwitches {
  return {
    dropSockets: () => socket.dropAll(),
    disconnect: (reason = 'warning') => socket.disconnectAll(reason),
    delayDeliveries: (milliseconds) => {
      faults.delayMs = milliseconds;
    },
    rateLimit: (method, { times = 1, retryAfter = 1 } = {}) => faults.add(method, { retryAfter }, times),
    failNext: (method, failure, times = 1) => faults.add(method, failure, times),
    duplicateNextEvent: () => faults.orderDuplicate(),
    expireTriggers: (times = 1) => triggers.expireAll(times),
    removeBotFrom: (channel) => {
      find(channel).members.delete(directory.bot.id);
    },
    inviteBot: (channel) => {
      find(channel).members.add(directory.bot.id);
    },
    archive: (channel) => {
      find(channel).isArchived = true;
    },
  };
}
