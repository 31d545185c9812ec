import type { FoundCode } from '../codes/types.js';
import type { Question } from '../lookup/types.js';
import { budget, slackLimits } from './limits.js';
import { shorten } from './shorten.js';
import type { Belonging, CardState } from './types.js';

const version = '1';
const largestNumber = 100_000;
/** The form of a note's id: a UUID. */
export const noteId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const person = /^[UW][A-Z0-9]{2,20}$/;

/** `text` in a URL query, with only those characters encoded that would change its meaning there. */
function encode(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[%&+#\p{Cc}]/gu, encodeURIComponent)
    .replaceAll(' ', '+');
}

function packed(state: CardState, question: string): string {
  const fields = [`v=${version}`];
  if (state.article !== undefined) fields.push(`article=${state.article}`);
  if (state.rank !== undefined) fields.push(`rank=${state.rank}`);
  if (state.page !== undefined) fields.push(`page=${state.page}`);
  if (state.thread !== undefined) fields.push(`thread=${state.thread}`);
  if (state.sharedToChannel === true) fields.push('to=channel');
  if (state.sharedBy !== undefined && person.test(state.sharedBy)) fields.push(`by=${state.sharedBy}`);
  if (state.channel !== undefined) fields.push(`channel=${state.channel}`);
  if (state.note !== undefined) fields.push(`note=${state.note}`);
  fields.push(`question=${encode(question)}`);
  return fields.join('&');
}

/**
 * A long question cut to `max` UTF-16 units: its first words, then what the cut would lose. What that is, is given as
 * `kept`; when the question was not taken apart, every later word with a digit may be a code.
 */
export function shortQuestion(question: string, max: number, kept?: string[]): string {
  if (question.length <= max) return question;
  const later = kept ?? question.split(/\s+/).filter((word) => /\d/.test(word));
  const tail = shorten([...new Set(later)].join(' '), Math.floor(max / 2));
  const head = shorten(question, max - tail.length - 1);
  return tail === '' ? head : `${head} ${tail}`;
}

/** The question as a button carries it: as written, or shortened with its codes and filters kept. */
export function stateQuestion({ raw, codes, filters }: Question): string {
  const filterWords = Object.entries(filters).map(([name, value]) => `${name}:"${value}"`);
  return shortQuestion(raw, budget.stateQuestion, [...filterWords, ...codes.map(askedCode)]);
}

/** A code so that it is read as the same code again, away from the log line that it stood in. */
function askedCode({ kind, code }: FoundCode): string {
  if (kind === 'http' || kind === 'ftp' || !/^-?\d+$/.test(code)) return code;
  return kind === 'event' ? `Event ID ${code}` : `error ${code}`;
}

type Loose<T> = { [Name in keyof T]: T[Name] | undefined };

/** Where a card's question belongs, for a card that it leads to. */
export function belongingOf({ thread, sharedToChannel }: Loose<Belonging>): Belonging {
  return {
    ...(thread === undefined ? {} : { thread }),
    ...(sharedToChannel === undefined ? {} : { sharedToChannel }),
  };
}

/** A card's state as a button's value, such as `v=1&article=Q288323&rank=0&question=401.5+ntlm`: 2,000 at the most. */
export function packState(state: CardState): string {
  let max: number = budget.stateQuestion;
  let value = packed(state, shortQuestion(state.question, max));
  while (value.length > slackLimits.buttonValue) {
    max = Math.floor(max / 2);
    value = packed(state, shortQuestion(state.question, max));
  }
  return value;
}

function wholeNumber(text: string | null): number | undefined | null {
  if (text === null) return undefined;
  return /^\d{1,6}$/.test(text) && Number(text) <= largestNumber ? Number(text) : null;
}

/** The state that `packState` put into a button's value, or null for anything else. */
export function unpackState(value: string): CardState | null {
  if (value.length > slackLimits.buttonValue) return null;
  const fields = new URLSearchParams(value);
  const question = fields.get('question');
  const article = fields.get('article') ?? undefined;
  const thread = fields.get('thread') ?? undefined;
  const sharedBy = fields.get('by') ?? undefined;
  const channel = fields.get('channel') ?? undefined;
  const note = fields.get('note') ?? undefined;
  const rank = wholeNumber(fields.get('rank'));
  const page = wholeNumber(fields.get('page'));
  if (fields.get('v') !== version || question === null || rank === null || page === null) return null;
  if (article !== undefined && !/^[A-Z]\d+$/.test(article)) return null;
  if (thread !== undefined && !/^\d{1,12}\.\d{1,9}$/.test(thread)) return null;
  if (sharedBy !== undefined && !person.test(sharedBy)) return null;
  const to = fields.get('to');
  if (to !== null && to !== 'channel') return null;
  if (channel !== undefined && !/^[A-Z][A-Z0-9]{2,20}$/.test(channel)) return null;
  if (note !== undefined && !noteId.test(note)) return null;
  return {
    question,
    ...(channel === undefined ? {} : { channel }),
    ...(article === undefined ? {} : { article }),
    ...(rank === undefined ? {} : { rank }),
    ...(page === undefined ? {} : { page }),
    ...(thread === undefined ? {} : { thread }),
    ...(to === null ? {} : { sharedToChannel: true }),
    ...(note === undefined ? {} : { note }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
  };
}
