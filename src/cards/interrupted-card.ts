import { mrkdwnSection } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { channelMention } from './mrkdwn.js';
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

/**
 * A request may have ended without an answer.
 * @param channel id of the conversation that it came from; null when it came from none
 */
export function interruptedCard({ notices }: Texts, channel: string | null): Card {
  const mention = channel === null ? null : channelMention(channel);
  return { text: notification(notices.interruptedWords), blocks: [mrkdwnSection(notices.interrupted(mention))] };
}
