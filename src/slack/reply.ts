import type { RespondFn } from '@slack/bolt';
import { type ChatPostMessageResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Card } from '../cards/types.js';
import type { Posts } from './load/posts.js';
import { sendResponse } from './send-response.js';

/** Where a card goes: a conversation, and the thread in it when there is one. */
export interface Place {
  channel: string;
  /** Time stamp of the thread's first message. */
  threadTs?: string;
}

/** Who posts: the client of a workspace, and the turns that its messages take. */
export interface Poster {
  client: WebClient;
  /** Id of the workspace. */
  team: string | undefined;
  posts: Posts;
}

/** What Slack says when it will not take these blocks; the words alone still can be sent. */
const blockErrors = /^(invalid_blocks|invalid_blocks_format|msg_blocks_too_long)$/;
/** What Slack says when the bot cannot write there: no member, not allowed, or archived. */
const placeErrors =
  /^(not_in_channel|user_not_in_channel|channel_not_found|is_archived|cannot_reply_to_message|restricted_action.*)$/;
const triggerErrors = /^(expired_trigger_id|trigger_expired|exchanged_trigger_id|trigger_exchanged)$/;

/** Fields of every message: previews of the addresses that articles mention, only where they are wanted. */
export function previews(wanted: boolean): { unfurl_links: boolean; unfurl_media: boolean } {
  return { unfurl_links: wanted, unfurl_media: wanted };
}

/** The message that opened the thread was deleted, and with it the thread. */
export class ThreadIsGone extends Error {
  constructor({ channel, threadTs }: Place) {
    super(`there is no thread ${threadTs} in ${channel} any more`);
    this.name = 'ThreadIsGone';
  }
}

/**
 * Posts a card. When Slack refuses the blocks it posts the card's text alone, so that nobody waits in vain.
 * @param unfurl whether Slack shows previews of the addresses in it
 * @throws TooBusy, ThreadIsGone, or WebAPIPlatformError for any other refusal (see `cannotPostThere`)
 */
export async function postCard(poster: Poster, place: Place, card: Card, unfurl = false): Promise<void> {
  const { client, team, posts } = poster;
  await posts.publicly({ team, channel: place.channel }, async () => {
    const posted = await postOrSay(client, place, card, unfurl);
    // Slack then posts into the channel and says so by naming no thread: nobody asked for that.
    if (place.threadTs === undefined || posted.message?.thread_ts !== undefined) return;
    if (posted.channel !== undefined && posted.ts !== undefined) {
      await client.chat.delete({ channel: posted.channel, ts: posted.ts });
    }
    throw new ThreadIsGone(place);
  });
}

function postOrSay(client: WebClient, place: Place, card: Card, unfurl: boolean): Promise<ChatPostMessageResponse> {
  const target = { channel: place.channel, ...inThread(place.threadTs), ...previews(unfurl) };
  return orInWords(card, (content) => client.chat.postMessage({ ...target, ...content }));
}

/** Sends a card; when Slack refuses its blocks, its text alone. */
async function orInWords<T>({ text, blocks }: Card, send: (content: Partial<Card> & { text: string }) => Promise<T>) {
  try {
    return await send({ text, blocks });
  } catch (error) {
    if (!slackSays(error, blockErrors)) throw error;
    return send({ text });
  }
}

/**
 * Posts a card for the eyes of one person in a conversation.
 * @param place its thread must have a reply already: in others Slack shows no private message
 * @throws TooBusy, or WebAPIPlatformError for a refusal other than of the blocks (see `cannotPostThere`)
 */
export async function postPrivately(poster: Poster, place: Place, user: string, card: Card): Promise<void> {
  const { client, team, posts } = poster;
  const target = { channel: place.channel, user, ...inThread(place.threadTs) };
  const send = () => orInWords(card, (content) => client.chat.postEphemeral({ ...target, ...content }));
  await posts.privately({ team, channel: place.channel }, send);
}

/** True when posting failed because the bot may not write in that conversation, or the thread is gone. */
export function cannotPostThere(error: unknown): boolean {
  return error instanceof ThreadIsGone || slackSays(error, placeErrors);
}

/** True when a window could not be opened because the click is too old. */
export function triggerExpired(error: unknown): boolean {
  return slackSays(error, triggerErrors);
}

/** True when a window is no longer the one that was pressed in: closed, or on another page already. */
export function viewIsGone(error: unknown): boolean {
  return slackSays(error, /^(hash_conflict|not_found|view_not_found)$/);
}

/** True when Slack refused a call with an error whose name fits. */
export function slackSays(error: unknown, name: RegExp): boolean {
  return error instanceof WebAPIPlatformError && name.test(error.data.error);
}

/** How many messages Slack takes at an address that came with a request. */
export const responseUses = 5;

/** A card for the eyes of the person who asked, as the acknowledgement of a command carries it. */
export function privately(card: Card): { response_type: 'ephemeral' } & Card {
  return { response_type: 'ephemeral', ...card };
}

/** A card for the eyes of one person only, sent through the address that came with the request. */
export async function respondPrivately(respond: RespondFn, card: Card, threadTs?: string): Promise<void> {
  await sendResponse(respond, {
    response_type: 'ephemeral',
    replace_original: false,
    ...inThread(threadTs),
    ...previews(false),
    ...card,
  });
}

/** A card for everybody, sent through the address that came with the request: needs no membership. */
export async function respondInChannel(
  respond: RespondFn,
  card: Card,
  threadTs?: string,
  unfurl = false,
): Promise<void> {
  await sendResponse(respond, {
    response_type: 'in_channel',
    replace_original: false,
    ...inThread(threadTs),
    ...previews(unfurl),
    ...card,
  });
}

/** Puts a card in the place of the one that was pressed; of private ones that works outside of threads only. */
export async function replacePressed(respond: RespondFn, card: Card, unfurl = false): Promise<void> {
  await sendResponse(respond, { replace_original: true, ...previews(unfurl), ...card });
}

/** Takes the private card away that was pressed. */
export async function removePrivate(respond: RespondFn): Promise<void> {
  await sendResponse(respond, { delete_original: true });
}

function inThread(threadTs: string | undefined): { thread_ts?: string } {
  return threadTs === undefined ? {} : { thread_ts: threadTs };
}
