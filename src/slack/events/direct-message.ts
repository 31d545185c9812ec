import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Card } from '../../cards/types.js';
import type { Asked } from '../ask.js';
import { messageText } from '../message-text.js';
import { type Place, postCard } from '../reply.js';
import type { Here } from '../settings/here.js';
import { threadAnswer } from '../thread-answer.js';
import { answerEvent } from './answer-event.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';

type Arguments = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** A message to the bot itself is a question; the answer stands below it, or in its thread when it is in one. */
export async function directMessage(services: Here, { event, client, context }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  if (message.channel_type !== 'im' || !isFromPerson(message)) return;
  const place: Place = {
    channel: message.channel,
    ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
  };
  const asked: Asked = {
    surface: 'direct',
    team: context.teamId,
    user: message.user,
    channel: message.channel,
    thread: message.thread_ts,
    message: message.ts,
  };
  const poster = { client, team: context.teamId, posts: services.posts };
  const post = (card: Card) => postCard(poster, place, card, services.settings.unfurl);
  await answerEvent('event message.im', services, { poster, message, post }, async () =>
    threadAnswer(services, messageText(message), asked, context.botUserId),
  );
}
