import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { searchModal } from '../../cards/search-modal.js';
import { guarded } from '../failure.js';
import { postCard } from '../reply.js';
import type { Services } from '../services.js';

type Arguments = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** "Search IIS errors", from anywhere: opens the search window. */
export async function openSearch({ log }: Services, { shortcut, ack, client }: Arguments): Promise<void> {
  await ack();
  await guarded(
    'shortcut open-search',
    log,
    (card) => postCard(client, { channel: shortcut.user.id }, card),
    async () => {
      await client.views.open({ trigger_id: shortcut.trigger_id, view: searchModal({}) });
    },
  );
}
