import type { PageChannel } from '../../../src/playground/protocol.js';
import type { Message } from '../../../src/playground/server/types.js';

/** A message at a second of 2026-11-09, 10:00 in the time zone of the tests. */
export function messageAt(seconds: number, more: Partial<Message> = {}): Message {
  return { type: 'message', channel: 'C1', ts: tsAt(seconds), user: 'U0BEN', text: 'hello', team: 'T0', ...more };
}

export function tsAt(seconds: number): string {
  const morning = new Date(2026, 10, 9, 10).getTime() / 1000;
  return `${morning + seconds}.000100`;
}

export function channelNamed(name: string, more: Partial<PageChannel> = {}): PageChannel {
  return {
    ...{ id: `C-${name}`, name, kind: 'public', topic: '', members: [], isArchived: false },
    ...{ lastRead: '0', latest: null, mentions: 0, ...more },
  };
}
