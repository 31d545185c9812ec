import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { answerCard } from '../../cards/answer-card.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import { askAndRecord } from '../ask.js';
import { guarded } from '../failure.js';
import { messageText } from '../message-text.js';
import { cannotPostThere, postCard, respondPrivately } from '../reply.js';
import { noteAnswered } from '../settings/code-pauses.js';
import type { Here } from '../settings/here.js';

type Arguments = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/**
 * "Look up this error" on any message, also on a bot's alert: the card comes into the message's thread. When there
 * is no good match, the bot may not write there, or the settings say so, only the person who asked is told.
 */
export async function lookUpMessage(services: Here, args: Arguments): Promise<void> {
  const { shortcut, ack, client, respond, context } = args;
  await ack();
  const { texts } = services;
  const { message, channel, message_ts: messageTs } = shortcut;
  const threadTs = message.thread_ts ?? messageTs;
  // Slack shows private messages only in threads that have a reply already.
  const tell = (card: Parameters<typeof respondPrivately>[1]) =>
    respondPrivately(respond, card, threadTs === messageTs ? undefined : threadTs);
  await guarded('shortcut look-up-message', services, tell, async () => {
    const question = messageText(message);
    if (question === '') return tell(noticeCard(texts.notices.noTextInMessage));
    const answer = askAndRecord(services, question, {
      surface: 'shortcut',
      team: context.teamId,
      user: shortcut.user.id,
      channel: channel.id,
      thread: threadTs,
      message: messageTs,
    });
    const now = Date.now();
    if (answer.outcome === 'none') return tell(noMatchCard(texts, answer, { thread: threadTs }));
    const { answers, unfurl } = services.settings;
    const reader = { now, user: shortcut.user.id };
    const privately = () => tell(answerCard(texts, answer, { private: true, thread: threadTs, reader }));
    if (answers === 'private') return privately();
    noteAnswered(services, { team: context.teamId, channel: channel.id, thread: threadTs }, answer);
    try {
      const poster = { client, team: context.teamId, posts: services.posts };
      await postCard(poster, { channel: channel.id, threadTs }, answerCard(texts, answer, { reader: { now } }), unfurl);
    } catch (error) {
      if (!cannotPostThere(error)) throw error;
      await privately();
      await tell(noticeCard(texts.notices.cannotWriteThere));
    }
  });
}
