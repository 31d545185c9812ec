import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Conversation,
  unknownConversation,
  withHistory,
  withMessage,
  withoutMessage,
} from '../../../src/playground/page/connection/conversation.js';
import { messageAt } from './message.js';

function textsOf({ messages }: Conversation): string[] {
  return messages.map(({ text }) => text);
}

describe('a conversation', () => {
  const loaded = withHistory(unknownConversation, {
    messages: [messageAt(10, { text: 'ten' }), messageAt(20, { text: 'twenty' })],
    hasMore: true,
  });

  it('takes a new message at its end', () => {
    expect(textsOf(withMessage(loaded, messageAt(30, { text: 'thirty' })))).toEqual(['ten', 'twenty', 'thirty']);
  });

  it('shows the newer version of a message in the same place', () => {
    expect(textsOf(withMessage(loaded, messageAt(10, { text: 'ten, edited' })))).toEqual(['ten, edited', 'twenty']);
  });

  it('leaves out a change of a message from before what was loaded, and takes it when nothing older is left', () => {
    const old = messageAt(5, { text: 'five' });
    expect(withMessage(loaded, old)).toBe(loaded);
    expect(textsOf(withMessage({ ...loaded, hasMore: false }, old))).toEqual(['five', 'ten', 'twenty']);
  });

  it('puts older history in front, and keeps what came live before the history did', () => {
    const live = withMessage(unknownConversation, messageAt(20, { text: 'live' }));
    const both = withHistory(live, { messages: [messageAt(10, { text: 'ten' })], hasMore: false });
    expect(textsOf(both)).toEqual(['ten', 'live']);
    expect(both).toMatchObject({ hasMore: false, isLoaded: true });
  });

  it('forgets a deleted message, and stays the same object when there was none', () => {
    expect(textsOf(withoutMessage(loaded, messageAt(10).ts))).toEqual(['twenty']);
    expect(withoutMessage(loaded, '1.0')).toBe(loaded);
  });

  it('is in order and without doubles, however the messages come', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 });
    fc.assert(
      fc.property(seconds, (order) => {
        const start: Conversation = { ...unknownConversation, hasMore: false };
        const all = order.map((second) => messageAt(second)).reduce(withMessage, start);
        expect(all.messages.map(({ ts }) => ts)).toEqual(
          [...new Set(order)].sort((a, b) => a - b).map((s) => messageAt(s).ts),
        );
      }),
    );
  });
});
