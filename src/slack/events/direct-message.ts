import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { messageText } from '../message-text.js';
import type { Place } from '../reply.js';
import type { Services } from '../services.js';
import { threadAnswer } from '../thread-answer.js';
import { answerEvent } from './answer-event.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';

type Arguments = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** A message to the bot itself is a question; the answer stands below it, or in its thread when it is in one. */
export async function directMessage({ lookup, log }: Services, { event, client, context }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  if (message.channel_type !== 'im' || !isFromPerson(message)) return;
  const place: Place = {
    channel: message.channel,
    ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
  };
  await answerEvent('event message.im', log, client, place, async () =>
    threadAnswer(lookup, messageText(message), context.botUserId),
  );
}
