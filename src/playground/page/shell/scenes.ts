import type { SceneInfo } from '../../protocol.js';
import { request } from '../connection/client.js';
import { currentWorkspace } from '../connection/store.js';
import { reportFailure } from '../toasts/report.js';
import { findChannel } from './channels.js';
import { go } from './route.js';

/** Plays an incident, and goes where it happens. */
export async function playScene({ name, channel }: SceneInfo): Promise<void> {
  const room = findChannel(currentWorkspace()?.channels ?? [], channel);
  if (room !== null) go({ channel: room.id });
  try {
    await request('playScene', { name });
  } catch (error) {
    reportFailure(error);
  }
}
