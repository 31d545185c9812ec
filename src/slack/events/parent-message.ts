import type { WebClient } from '@slack/web-api';
import { type MessageContent, messageText } from '../message-text.js';
import { slackSays } from '../reply.js';

/** What the message that opened a thread says, or why it cannot be asked about. */
export type Parent = { text: string } | { missing: 'not allowed' | 'no text' };

/** What Slack answers when the bot lacks the scope, or may not see the conversation. */
const notAllowed = /^(missing_scope|no_permission|not_in_channel|channel_not_found)$/;

/**
 * Reads the message that opened a thread.
 * @param ownBotId the bot's own id: a card of ours asks nothing
 * @throws WebAPIPlatformError for refusals that are neither about rights nor about a deleted message
 */
export async function readParent(
  client: WebClient,
  { channel, threadTs }: { channel: string; threadTs: string },
  ownBotId: string | undefined,
): Promise<Parent> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: threadTs, limit: 1, inclusive: true });
    const parent: MessageContent & { bot_id?: string; subtype?: string } = { ...messages?.[0] };
    const isOurs = parent.bot_id !== undefined && parent.bot_id === ownBotId;
    const text = isOurs || parent.subtype === 'tombstone' ? '' : messageText(parent);
    return text === '' ? { missing: 'no text' } : { text };
  } catch (error) {
    if (slackSays(error, notAllowed)) return { missing: 'not allowed' };
    if (slackSays(error, /^thread_not_found$/)) return { missing: 'no text' };
    throw error;
  }
}
