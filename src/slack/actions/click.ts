import type { AllMiddlewareArgs, BlockAction, ButtonAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Reader } from '../../cards/experience-text.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Texts } from '../../cards/texts/texts.js';
import type { Card, CardState, ModalView } from '../../cards/types.js';
import type { Settings } from '../../settings.js';
import type { Posts } from '../load/posts.js';
import {
  cannotPostThere,
  type Place,
  postCard,
  respondInChannel,
  respondPrivately,
  responseUses,
  ThreadIsGone,
  triggerExpired,
} from '../reply.js';
import type { Here } from '../settings/here.js';

export type ClickArguments = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** A press on one of our buttons. */
export interface Click {
  /** What the button carries; its `thread` is that of `place`. */
  state: CardState;
  user: string;
  team: string | undefined;
  triggerId: string;
  /**
   * Where everybody reads about the card: the thread it is in or opens; for a private card the thread of the card it
   * came from, if it came from one. Null when the button is in a window.
   */
  place: Place | null;
  /** The card is visible to this person only. */
  isPrivate: boolean;
  /** Thread in which this person sees private answers; Slack shows them only in threads that have a reply already. */
  privateThread: string | undefined;
  /** The window that holds the button; null for a button in a message. */
  view: { id: string; hash: string; callbackId: string; metadata: string } | null;
  client: WebClient;
  posts: Posts;
  respond: RespondFn;
  /** The fixed texts for the place of the press. */
  texts: Texts;
  /** What holds where the button is. */
  settings: Settings;
}

/** A press, with the state that its button carries. */
export function readClick(
  { body, client, respond, context }: ClickArguments,
  state: CardState,
  { texts, settings, posts }: Here,
): Click {
  const isPrivate = body.container.is_ephemeral === true;
  const place = placeOf(body, isPrivate ? state.thread : undefined);
  return {
    state: { ...state, ...(place?.threadTs === undefined ? {} : { thread: place.threadTs }) },
    user: body.user.id,
    team: context.teamId,
    triggerId: body.trigger_id,
    place,
    isPrivate,
    privateThread: privateThreadOf(body),
    view:
      body.view === undefined
        ? null
        : {
            ...{ id: body.view.id, hash: body.view.hash },
            ...{ callbackId: body.view.callback_id, metadata: body.view.private_metadata },
          },
    client,
    posts,
    respond,
    texts,
    settings,
  };
}

/** A private card has a time stamp too, but no thread can be opened on it. */
function placeOf({ channel, container, message }: BlockAction, known: string | undefined): Place | null {
  const id: unknown = channel?.id ?? container.channel_id;
  const own: unknown = container.is_ephemeral === true ? undefined : (message?.ts ?? container.message_ts);
  const threadTs: unknown = known ?? message?.thread_ts ?? container.thread_ts ?? own;
  if (typeof id !== 'string') return null;
  return { channel: id, ...(typeof threadTs === 'string' ? { threadTs } : {}) };
}

function privateThreadOf({ container, message }: BlockAction): string | undefined {
  const threadTs: unknown = message?.thread_ts ?? container.thread_ts;
  return typeof threadTs === 'string' && threadTs !== message?.ts ? threadTs : undefined;
}

/** Who reads a card that answers a press, now: the person alone, or everybody. */
export function readerOf({ user }: Click, isPrivate: boolean): Reader {
  return { now: Date.now(), ...(isPrivate ? { user } : {}) };
}

/**
 * Answers a press where the card is: in its thread for everybody, or privately when the card itself is private or the
 * settings make answers private.
 * @returns false when it went through the address that came with the press
 */
export async function followUp(click: Click, card: Card): Promise<boolean> {
  if (!answersPrivately(click)) return tellEverybody(click, card);
  await tellPrivately(click, card);
  return false;
}

/** Whether only the person who pressed sees what the press brings. */
export function answersPrivately({ isPrivate, settings, view }: Click): boolean {
  return isPrivate || (view === null && settings.answers === 'private');
}

/**
 * Answers a press with a text in parts. Where the bot may not post, the address that came with the press takes only so
 * many messages; the last one then says what is missing and how to read it.
 */
export async function followUpInParts(click: Click, parts: Card[]): Promise<void> {
  const [first, ...others] = parts;
  if (first === undefined) return;
  const isLimited = !(await followUp(click, first));
  const shown = isLimited && parts.length > responseUses ? others.slice(0, responseUses - 2) : others;
  for (const part of shown) await followUp(click, part);
  const missing = others.length - shown.length;
  if (missing === 0) return;
  await followUp(click, noticeCard(click.texts.notices.moreParts(missing)));
}

/**
 * A card for everybody, in the thread where there is one. Works where the bot is not a member, through the address that
 * came with the press.
 * @returns false when it went through that address
 */
export async function tellEverybody(click: Click, card: Card): Promise<boolean> {
  try {
    await postCard(click, click.place ?? { channel: click.user }, card, click.settings.unfurl);
    return true;
  } catch (error) {
    if (click.place === null || !cannotPostThere(error)) throw error;
    if (error instanceof ThreadIsGone) await respondPrivately(click.respond, card);
    else await respondInChannel(click.respond, card, click.place.threadTs, click.settings.unfurl);
    return false;
  }
}

/** Opens a window; says so to the person when the press is too old for that. */
export async function openWindow(click: Click, view: ModalView): Promise<void> {
  try {
    await click.client.views.open({ trigger_id: click.triggerId, view });
  } catch (error) {
    if (!triggerExpired(error)) throw error;
    await tellPrivately(click, noticeCard(click.texts.notices.pressedTooLate));
  }
}

/** A card for the eyes of the person who pressed. */
export async function tellPrivately(click: Click, card: Card): Promise<void> {
  if (click.place === null) await postCard(click, { channel: click.user }, card);
  else await respondPrivately(click.respond, card, click.privateThread);
}
