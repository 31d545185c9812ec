import type { SocketTransport } from './delivery/socket.js';
import { Listeners } from './state/listeners.js';
import type { MessageChange } from './state/messages.js';
import type { Change } from './types.js';
import type { Workspace } from './workspace.js';

/** Gathers what changes anywhere in the workspace. `botIsOnline` is asked when a connection came or went. */
export function gatherChanges(
  { messages, views, directory, log, faults, triggers }: Workspace,
  socket: SocketTransport,
  botIsOnline: () => boolean,
): Listeners<Change> {
  const changes = new Listeners<Change>();
  messages.subscribe((change) => changes.tell(messageNews(change)));
  views.subscribe(({ user, surface, view }) => {
    changes.tell(
      surface === 'home' ? { type: 'home', user, view } : { type: 'views', user, views: [...views.stack(user)] },
    );
  });
  directory.subscribe((channel) => changes.tell({ type: 'channel', channel }));
  log.subscribe((exchange) => changes.tell({ type: 'exchange', exchange }));
  faults.subscribe(() => changes.tell({ type: 'trouble' }));
  triggers.subscribe(() => changes.tell({ type: 'trouble' }));
  let wasOnline = botIsOnline();
  socket.subscribe(() => {
    const isOnline = botIsOnline();
    if (isOnline !== wasOnline) changes.tell({ type: 'bot', isOnline });
    wasOnline = isOnline;
  });
  return changes;
}

function messageNews({ type, message }: MessageChange): Change {
  return type === 'deleted' ? { type: 'message_deleted', message } : { type: 'message', message };
}
