import type { Message } from '../../server/types.js';
import { request } from '../connection/client.js';
import { applyEvent, currentWorkspace } from '../connection/store.js';
import { go, hashOf } from '../shell/route.js';
import { reportDelivery, reportFailure } from '../toasts/report.js';
import { showToast } from '../toasts/toasts.js';

/** What can be done with a message. Each tells of its own failure. */
export function openThread({ channel, ts, thread_ts: threadTs }: Message): void {
  go({ channel, thread: threadTs ?? ts });
}

export function react({ channel, ts }: Message, emoji: string): Promise<void> {
  return told(request('react', { channel, ts, emoji }));
}

export function editMessage({ channel, ts }: Message, text: string): Promise<void> {
  return told(request('edit', { channel, ts, text }));
}

export function deleteMessage({ channel, ts }: Message): Promise<void> {
  return told(request('delete', { channel, ts }));
}

/** Only here, and until the page is loaded again: the server has no such request, as Slack has none. */
export function dismiss({ channel, ts }: Message): void {
  applyEvent({ type: 'message_deleted', channel, ts });
}

export async function runMessageShortcut({ channel, ts }: Message, callbackId: string): Promise<void> {
  await told(request('messageShortcut', { callbackId, channel, ts }).then(reportDelivery));
}

export async function copyLink({ channel, ts, thread_ts: threadTs }: Message): Promise<void> {
  const isReply = threadTs !== undefined && threadTs !== ts;
  const place = isReply ? { thread: threadTs, target: null } : { thread: null, target: ts };
  const hash = hashOf({ channel, tab: 'messages', ...place });
  await navigator.clipboard.writeText(`${window.location.origin}${window.location.pathname}${hash}`);
  showToast({ text: 'Link copied' });
}

/** Only one's own, and nothing that only one person sees. */
export function isOwn({ user, ephemeral_to: reader }: Message): boolean {
  return reader === undefined && user === currentWorkspace()?.me.id;
}

async function told(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    reportFailure(error);
  }
}
