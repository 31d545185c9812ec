import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { noticeCard } from '../../cards/notice-card.js';
import { searchModal } from '../../cards/search-modal.js';
import { guarded } from '../failure.js';
import { postCard, triggerExpired } from '../reply.js';
import type { Services } from '../services.js';

type Arguments = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** "Search IIS errors", from anywhere: opens the search window. */
export async function openSearch(services: Services, { shortcut, ack, client, context }: Arguments): Promise<void> {
  await ack();
  const { texts, posts } = services;
  const poster = { client, team: context.teamId, posts };
  await guarded(
    'shortcut open-search',
    services,
    (card) => postCard(poster, { channel: shortcut.user.id }, card),
    async () => {
      try {
        await client.views.open({ trigger_id: shortcut.trigger_id, view: searchModal(texts, {}) });
      } catch (error) {
        if (!triggerExpired(error)) throw error;
        await postCard(poster, { channel: shortcut.user.id }, noticeCard(texts.notices.shortcutTooLate));
      }
    },
  );
}
