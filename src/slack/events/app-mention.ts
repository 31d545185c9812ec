import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { noticeCard } from '../../cards/notice-card.js';
import { guarded } from '../failure.js';
import { postCard } from '../reply.js';
import type { Services } from '../services.js';
import { messageText } from '../text.js';
import { threadAnswer } from '../thread-answer.js';
import { type IncomingMessage, isFromPerson } from './from-person.js';

type Arguments = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/**
 * `@Substatus QUESTION` is answered in the thread of the message. A bare mention inside a thread asks about the
 * message that opened the thread.
 */
export async function appMention({ lookup, log }: Services, { event, client }: Arguments): Promise<void> {
  const message: IncomingMessage = { ...event };
  if (!isFromPerson(message)) return;
  const threadTs = message.thread_ts ?? message.ts;
  const place = { channel: message.channel, threadTs };
  await guarded(
    'event app_mention',
    log,
    (card) => postCard(client, place, card),
    async () => {
      const question = messageText(message) || (await parentText(client, message));
      const card = question === null ? noticeCard(cannotReadThread) : threadAnswer(lookup, question);
      await postCard(client, place, card);
    },
  );
}

const cannotReadThread =
  'I cannot read the start of this thread. Mention me with the error itself, or ask an admin to grant the optional scopes channels:history and groups:history.';

/** The text of the message that opened the thread; empty outside a thread; null when it may not be read. */
async function parentText(client: WebClient, message: IncomingMessage): Promise<string | null> {
  if (message.thread_ts === undefined || message.thread_ts === message.ts) return '';
  try {
    const { messages } = await client.conversations.replies({
      channel: message.channel,
      ts: message.thread_ts,
      limit: 1,
      inclusive: true,
    });
    return messageText({ ...messages?.[0] });
  } catch (error) {
    if (isMissingScope(error)) return null;
    throw error;
  }
}

function isMissingScope(error: unknown): boolean {
  return error instanceof Error && 'data' in error && /missing_scope|not_in_channel/.test(JSON.stringify(error.data));
}
