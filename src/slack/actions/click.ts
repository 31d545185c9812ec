import type { AllMiddlewareArgs, BlockAction, ButtonAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { unpackState } from '../../cards/state.js';
import type { Card, CardState } from '../../cards/types.js';
import { cannotPostThere, postCard, respondInChannel, respondPrivately } from '../reply.js';

export type ClickArguments = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** A press on one of our buttons. */
export interface Click {
  state: CardState;
  user: string;
  triggerId: string;
  /** The conversation of the card, and the thread it is in or would open; null when the button is in a window. */
  place: { channel: string; threadTs: string } | null;
  /** The card is visible to this person only. */
  isPrivate: boolean;
  /** The window that holds the button; null for a button in a message. */
  view: { id: string; hash: string } | null;
  client: WebClient;
  respond: RespondFn;
}

/** Reads a press; null when the button's value is not one of ours, as after a change of its form. */
export function readClick({ body, action, client, respond }: ClickArguments): Click | null {
  const state = unpackState(action.value ?? '');
  if (state === null) return null;
  return {
    state,
    user: body.user.id,
    triggerId: body.trigger_id,
    place: placeOf(body),
    isPrivate: body.container.is_ephemeral === true,
    view: body.view === undefined ? null : { id: body.view.id, hash: body.view.hash },
    client,
    respond,
  };
}

function placeOf(body: BlockAction): Click['place'] {
  const channel = body.channel?.id ?? body.container.channel_id;
  const threadTs = body.message?.thread_ts ?? body.container.thread_ts ?? body.message?.ts ?? body.container.message_ts;
  return typeof channel === 'string' && typeof threadTs === 'string' ? { channel, threadTs } : null;
}

/**
 * Answers a press where the card is: in its thread for everybody, or privately when the card itself is private.
 * Works where the bot is not a member, through the address that came with the press.
 */
export async function followUp(click: Click, card: Card): Promise<void> {
  if (click.place === null || click.isPrivate) return tellPrivately(click, card);
  try {
    await postCard(click.client, click.place, card);
  } catch (error) {
    if (!cannotPostThere(error)) throw error;
    await respondInChannel(click.respond, card, click.place.threadTs);
  }
}

/** A card for the eyes of the person who pressed. */
export async function tellPrivately(click: Click, card: Card): Promise<void> {
  if (click.place === null) {
    await postCard(click.client, { channel: click.user }, card);
    return;
  }
  const threadTs = click.isPrivate ? undefined : click.place.threadTs;
  await respondPrivately(click.respond, card, threadTs);
}
