import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { titleOf } from '../../cards/article-facts.js';
import { newNoteModal } from '../../cards/note-form.js';
import { noticeCard } from '../../cards/notice-card.js';
import { withoutSecrets } from '../../secrets.js';
import { askAgain, secretMark } from '../ask.js';
import { guarded } from '../failure.js';
import { messageText } from '../message-text.js';
import { respondPrivately, triggerExpired } from '../reply.js';
import type { Services } from '../services.js';

type Arguments = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/**
 * "Save as KB note" on any message: a window with its text, passwords and tokens left out, and the article that answers it
 * when there is a sure one.
 */
export async function saveNote(
  services: Services,
  { shortcut, ack, client, respond, context }: Arguments,
): Promise<void> {
  await ack();
  const { texts } = services;
  const { message, channel, message_ts: ts } = shortcut;
  const inThread = message.thread_ts === undefined || message.thread_ts === ts ? undefined : message.thread_ts;
  const tell = (card: Parameters<typeof respondPrivately>[1]) => respondPrivately(respond, card, inThread);
  await guarded('shortcut save-note', services, tell, async () => {
    if (services.notes === null) return tell(noticeCard(texts.notes.noStore));
    const written = messageText(message);
    const text = withoutSecrets(written, secretMark);
    const form = { note: randomUUID(), message: { channel: channel.id, ts } };
    const view = newNoteModal(texts, form, {
      ...{ article: bestArticle(services, text, context.teamId), text },
      ...(text === written ? {} : { secretMark }),
    });
    try {
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    } catch (error) {
      if (!triggerExpired(error)) throw error;
      await tell(noticeCard(texts.notices.shortcutTooLate));
    }
  });
}

function bestArticle(services: Services, text: string, team: string | undefined): { id: string; title: string } | null {
  const { outcome, matches } = askAgain(services, team, { question: text });
  const article = outcome === 'answer' ? matches[0]?.article : undefined;
  return article === undefined ? null : { id: article.id, title: titleOf(article) };
}
