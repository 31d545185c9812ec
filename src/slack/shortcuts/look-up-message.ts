import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { answerCard } from '../../cards/answer-card.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import { ask } from '../ask.js';
import { guarded } from '../failure.js';
import { cannotPostThere, postCard, respondPrivately } from '../reply.js';
import type { Services } from '../services.js';
import { messageText } from '../text.js';

type Arguments = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/**
 * "Look up this error" on any message, also on a bot's alert: the card comes into the message's thread. When there
 * is no good match only the person who asked is told.
 */
export async function lookUpMessage({ lookup, log }: Services, args: Arguments): Promise<void> {
  const { shortcut, ack, client, respond } = args;
  await ack();
  const threadTs = shortcut.message.thread_ts ?? shortcut.message.ts ?? shortcut.message_ts;
  await guarded(
    'shortcut look-up-message',
    log,
    (card) => respondPrivately(respond, card),
    async () => {
      const question = messageText(shortcut.message);
      const answer = ask(lookup, question);
      if (answer.outcome === 'none') return respondPrivately(respond, noMatchCard(answer));
      try {
        await postCard(client, { channel: shortcut.channel.id, threadTs }, answerCard(answer));
      } catch (error) {
        if (!cannotPostThere(error)) throw error;
        await respondPrivately(respond, answerCard(answer, { private: true }));
        await respondPrivately(respond, noticeCard(notAMember));
      }
    },
  );
}

const notAMember =
  'I am not in this conversation, so only you can see this answer. Invite me to answer in its threads.';
