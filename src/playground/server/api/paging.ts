import { SlackError } from '../slack-error.js';
import type { Arguments } from './arguments.js';

/** One page of what a method lists. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the next page; empty after the last. */
  next: string;
}

/**
 * What `limit` and `cursor` ask for; the cursor is the index of the next item.
 * Throws invalid_limit and invalid_cursor.
 */
export function pageOf<Item>(all: readonly Item[], args: Arguments, defaultLimit: number, most: number): Page<Item> {
  const limit = args.integer('limit', defaultLimit, most);
  const start = readCursor(args);
  const next = start + limit < all.length ? encodeCursor(start + limit) : '';
  return { items: all.slice(start, start + limit), next };
}

function encodeCursor(index: number): string {
  return Buffer.from(`next:${index}`).toString('base64');
}

function readCursor(args: Arguments): number {
  const cursor = args.text('cursor');
  if (cursor === null) return 0;
  const index = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (index === undefined) throw new SlackError('invalid_cursor');
  return Number(index);
}
