import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerCard } from '../../cards/answer-card.js';
import { exactCodes } from '../../codes/exact-codes.js';
import { askAndRecord } from '../ask.js';
import { TooBusy } from '../load/too-busy.js';
import { messageText } from '../message-text.js';
import { cannotPostThere, postCard, postPrivately } from '../reply.js';
import { answeredCodes, mayAnswerUnasked } from '../settings/code-pauses.js';
import type { Here } from '../settings/here.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';

type Arguments = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/**
 * A message in a channel whose settings want exact codes to be answered: one that holds such a code, and for which there is a
 * good answer that has it, is answered in its thread, unless a pause forbids it. A mention comes as another event too, and is
 * answered there. Nobody has asked, so a failure is in the log only.
 */
export async function channelMessage(services: Here, { event, client, context }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  const { settings, texts, log } = services;
  if (settings.codes !== 'exact' || !isInChannel(message) || !isFromPerson(message)) return;
  if (context.botUserId === undefined || message.text?.includes(`<@${context.botUserId}`)) return;
  const question = messageText(message);
  const exact = exactCodes(question).map(({ code }) => code);
  if (exact.length === 0) return;
  const codes = answeredCodes(services.lookup.ask(question, { limit: 1 })).filter((code) => exact.includes(code));
  const thread = message.thread_ts ?? message.ts;
  const place = { team: context.teamId, channel: message.channel, thread };
  if (codes.length === 0 || !(await mayAnswerUnasked(services, place, codes))) return;
  const answer = askAndRecord(services, question, { ...place, surface: 'code', user: undefined, message: message.ts });
  const now = Date.now();
  const poster = { client, team: context.teamId, posts: services.posts };
  try {
    if (settings.answers === 'private') {
      const inThread = thread === message.ts ? {} : { threadTs: thread };
      const card = answerCard(texts, answer, { private: true, thread, reader: { now, user: message.user } });
      await postPrivately(poster, { channel: message.channel, ...inThread }, message.user ?? '', card);
    } else {
      const card = answerCard(texts, answer, { reader: { now } });
      await postCard(poster, { channel: message.channel, threadTs: thread }, card, settings.unfurl);
    }
  } catch (error) {
    const level = cannotPostThere(error) || error instanceof TooBusy ? 'warn' : 'error';
    log[level]({ err: error, listener: 'event message' }, 'an exact code could not be answered');
  }
}

function isInChannel({ channel_type: type }: IncomingMessage): boolean {
  return type === 'channel' || type === 'group' || type === 'mpim';
}
