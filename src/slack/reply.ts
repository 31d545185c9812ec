import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Card } from '../cards/types.js';

/** Where a card goes: a conversation, and the thread in it when there is one. */
export interface Place {
  channel: string;
  /** Time stamp of the thread's first message. */
  threadTs?: string;
}

/** What Slack says when it will not take these blocks; the words alone still can be sent. */
const blockErrors = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);
/** What Slack says when the bot cannot post where it was asked. */
const membershipErrors = new Set(['not_in_channel', 'channel_not_found', 'restricted_action']);

/** Fields of every message: no previews of the addresses that articles mention. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

/**
 * Posts a card. When Slack refuses the blocks it posts the card's text alone, so that nobody waits in vain.
 * @throws WebAPIPlatformError for any other refusal (see `cannotPostThere`)
 */
export async function postCard(client: WebClient, place: Place, card: Card): Promise<void> {
  const target = { channel: place.channel, ...(place.threadTs === undefined ? {} : { thread_ts: place.threadTs }) };
  try {
    await client.chat.postMessage({ ...target, ...quiet, text: card.text, blocks: card.blocks });
  } catch (error) {
    if (!hasError(error, blockErrors)) throw error;
    await client.chat.postMessage({ ...target, ...quiet, text: card.text });
  }
}

/** True when posting failed because the bot is not a member of the conversation, or may not see it. */
export function cannotPostThere(error: unknown): boolean {
  return hasError(error, membershipErrors);
}

/** True when a window could not be opened because the click is too old. */
export function triggerExpired(error: unknown): boolean {
  return hasError(
    error,
    new Set(['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'trigger_exchanged']),
  );
}

/** A card for the eyes of one person only, sent through the address that came with the request. */
export async function respondPrivately(respond: RespondFn, card: Card, threadTs?: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, ...inThread(threadTs), ...quiet, ...card });
}

/** A card for everybody, sent through the address that came with the request: needs no membership. */
export async function respondInChannel(respond: RespondFn, card: Card, threadTs?: string): Promise<void> {
  await respond({ response_type: 'in_channel', replace_original: false, ...inThread(threadTs), ...quiet, ...card });
}

function inThread(threadTs: string | undefined): { thread_ts?: string } {
  return threadTs === undefined ? {} : { thread_ts: threadTs };
}

function hasError(error: unknown, names: Set<string>): boolean {
  return error instanceof WebAPIPlatformError && names.has(error.data.error);
}
