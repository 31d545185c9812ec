import { z } from 'zod';
import type { PageRequests, RequestName } from '../protocol.js';

/** Far above what Slack takes, so that Slack's own refusals are seen. */
const maxTextLength = 200_000;
const maxDelayMs = 60_000;
const maxFaults = 100;
const maxRetryAfter = 3_600;
/** A page of history or of exchanges. */
const maxPage = 200;

const id = z.string().min(1).max(100);
const ts = z.string().regex(/^\d{1,12}\.\d{6}$/, 'must be a message timestamp like 1700000000.000100');
const text = z.string().max(maxTextLength);
const limit = z.int().min(1).max(maxPage);
const value = z.union([text, z.number(), z.array(text).max(1_000)]);
const place = z.union([z.strictObject({ channel: id, ts }), z.strictObject({ viewId: id })]);
const actionId = z.string().max(255);
const blockId = z.string().max(255);
const viewInputs = z.record(blockId, z.record(actionId, value));
const method = z.string().regex(/^[A-Za-z_.]{1,80}$/, 'must be a Web API method or response_url');
const times = z.int().min(1).max(maxFaults);

const trouble = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dropSockets') }),
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.int().min(0).max(maxDelayMs) }),
  z.strictObject({ kind: z.literal('rateLimit'), method, times, retryAfter: z.int().min(0).max(maxRetryAfter) }),
  z.strictObject({ kind: z.literal('failNext'), method, error: z.string().regex(/^[a-z_]{1,80}$/), times }),
  z.strictObject({ kind: z.literal('duplicateNext') }),
  z.strictObject({ kind: z.literal('expireTriggers') }),
  z.strictObject({ kind: z.literal('removeBot'), channel: id }),
  z.strictObject({ kind: z.literal('inviteBot'), channel: id }),
]);

/** What each request's `params` have to be; the types of the protocol hold these to it. */
export const requestSchemas: { readonly [Name in RequestName]: z.ZodType<PageRequests[Name]['in']> } = {
  history: z.strictObject({ channel: id, before: ts.exactOptional(), limit: limit.exactOptional() }),
  thread: z.strictObject({ channel: id, ts }),
  markRead: z.strictObject({ channel: id, ts }),
  post: z.strictObject({ channel: id, text, threadTs: ts.exactOptional() }),
  edit: z.strictObject({ channel: id, ts, text }),
  delete: z.strictObject({ channel: id, ts }),
  react: z.strictObject({
    channel: id,
    ts,
    emoji: z.string().regex(/^:?[\w+'-]{1,100}:?$/, 'must be a name like eyes'),
  }),
  command: z.strictObject({ channel: id, command: z.string().regex(/^\/\S{1,40}$/, 'must begin with /'), text }),
  act: z.strictObject({
    ...{ place, actionId, blockId },
    value: value.exactOptional(),
    buttonValue: text.exactOptional(),
    values: viewInputs.exactOptional(),
  }),
  messageShortcut: z.strictObject({ callbackId: id, channel: id, ts }),
  globalShortcut: z.strictObject({ callbackId: id }),
  options: z.strictObject({ place, actionId, blockId, text }),
  submit: z.strictObject({ viewId: id, values: viewInputs }),
  closeView: z.strictObject({ viewId: id, all: z.boolean() }),
  openHome: z.strictObject({ tab: z.enum(['home', 'messages']) }),
  exchanges: z.strictObject({ before: z.int().min(0).exactOptional(), limit: limit.exactOptional() }),
  trouble,
  playScene: z.strictObject({ name: id }),
  reset: z.strictObject({}),
};
