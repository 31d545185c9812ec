import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { noticeCard } from '../../cards/notice-card.js';
import type { Card } from '../../cards/types.js';
import type { Asked } from '../ask.js';
import { messageText } from '../message-text.js';
import { postCard, postPrivately } from '../reply.js';
import type { Here } from '../settings/here.js';
import { threadAnswer } from '../thread-answer.js';
import { answerEvent } from './answer-event.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';
import { readParent } from './parent-message.js';

type Arguments = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/**
 * `@Substatus QUESTION` is answered in the thread of the message, or privately where the settings say so. A bare mention
 * inside a thread asks about the message that opened the thread; elsewhere it gets help.
 */
export async function appMention(services: Here, { event, client, context }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  if (!isFromPerson(message)) return;
  const place = { channel: message.channel, threadTs: message.thread_ts ?? message.ts };
  const asked: Asked = {
    surface: 'mention',
    team: context.teamId,
    user: message.user,
    channel: message.channel,
    thread: place.threadTs,
    message: message.ts,
  };
  const { answers, unfurl } = services.settings;
  const isReply = place.threadTs !== message.ts;
  const isPrivate = answers === 'private';
  const poster = { client, team: context.teamId, posts: services.posts };
  const post = (card: Card) =>
    isPrivate
      ? postPrivately(poster, isReply ? place : { channel: place.channel }, message.user ?? '', card)
      : postCard(poster, place, card, unfurl);
  const manner = isPrivate ? { private: true, thread: place.threadTs } : {};
  await answerEvent('event app_mention', services, { poster, message, post }, async () => {
    const question = messageText(message);
    const asksAboutParent = question === '' && isReply;
    if (!asksAboutParent) return threadAnswer(services, question, asked, context.botUserId, manner);
    const parent = await readParent(client, place, context.botId);
    if ('missing' in parent) return noticeCard(services.texts.notices.aboutParent[parent.missing]);
    return threadAnswer(services, parent.text, asked, context.botUserId, manner);
  });
}
