import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { guarded } from '../failure.js';
import { type Place, postCard } from '../reply.js';
import type { Services } from '../services.js';
import { messageText } from '../text.js';
import { threadAnswer } from '../thread-answer.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';

type Arguments = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** A message to the bot itself is a question; the answer stands below it, or in its thread when it is in one. */
export async function directMessage({ lookup, log }: Services, { event, client }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  if (message.channel_type !== 'im' || !isFromPerson(message)) return;
  const place: Place = {
    channel: message.channel,
    ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
  };
  await guarded(
    'event message.im',
    log,
    (card) => postCard(client, place, card),
    async () => {
      await postCard(client, place, threadAnswer(lookup, messageText(message)));
    },
  );
}
