import type { WebClient } from '@slack/web-api';
import { settingsModal } from '../../cards/settings-modal.js';
import type { ModalView } from '../../cards/types.js';
import { readableSettings } from '../../settings.js';
import type { Services } from '../services.js';
import { within } from '../within.js';
import { mayChange, type Wish } from './may-change.js';

const patienceMs = 1_500;
/** As many changes as the window shows. */
const mostChanges = 8;

/**
 * The settings window as it stands now, for one person.
 * @param home the channel from which it was opened; null when it was opened from none
 * @throws StoreError, or Error when the store does not answer in time
 */
export async function settingsWindow(
  { settingsDoor: door, texts, log }: Services,
  client: WebClient,
  wish: Wish,
  home: string | null,
): Promise<ModalView> {
  const { team = '', channel } = wish;
  const nothing = { workspace: {}, channel: {} };
  const [right, set, changes] = await Promise.all([
    door === null ? ({ may: false, because: 'no-store' } as const) : mayChange(client, log, wish),
    door === null ? nothing : within(patienceMs, door.read(team, channel)),
    door === null ? [] : within(patienceMs, door.audit(team, channel, mostChanges)),
  ]);
  return settingsModal(texts, {
    channel,
    home,
    workspace: readableSettings(set.workspace),
    own: readableSettings(set.channel),
    mayChange: right,
    changes,
    form: Date.now().toString(36),
  });
}

/** The channel of an id that has settings of its own: no direct message has. */
export function channelWithSettings(id: string | undefined): string | null {
  return id === undefined || id.startsWith('D') ? null : id;
}
