import { SlackError } from '../../server/slack-error.js';
import { messagesFor } from '../sight.js';
import { findChannel } from './finding.js';
import type { Answers } from './types.js';

/** How many messages or exchanges come when the page does not say. */
const defaultPage = 100;

export const readingAnswers: Pick<Answers, 'history' | 'thread' | 'markRead' | 'exchanges'> = {
  history({ slack }, { user }, { channel, before, limit }) {
    const all = messagesFor(slack, user, findChannel(slack, user, channel));
    const older = before === undefined ? all : all.filter(({ ts }) => ts < before);
    const { items, hasMore } = newest(older, limit);
    return { messages: items, hasMore };
  },

  thread({ slack }, { user }, { channel, ts }) {
    const { id, name } = findChannel(slack, user, channel);
    const messages = slack.messages(id, { threadTs: ts, as: user.name });
    const [parent] = messages;
    if (parent === undefined || parent.ts !== ts || (parent.thread_ts ?? ts) !== ts) {
      throw new SlackError('thread_not_found', [`no thread begins with message ${ts} in #${name}`]);
    }
    return { messages, hasMore: false };
  },

  /** Not beyond the newest message, because what is not there yet cannot have been read. */
  markRead({ slack, marks }, { user }, { channel, ts }) {
    const { id } = findChannel(slack, user, channel);
    const latest = slack.messages(id, { as: user.name }).at(-1)?.ts ?? '0';
    marks.set(user.id, id, ts < latest ? ts : latest);
    return null;
  },

  exchanges({ slack }, _person, { before, limit }) {
    const older = before === undefined ? slack.log : slack.log.filter(({ number }) => number < before);
    const { items, hasMore } = newest(older, limit);
    return { exchanges: items, hasMore };
  },
};

function newest<T>(all: readonly T[], limit = defaultPage): { items: T[]; hasMore: boolean } {
  return { items: all.slice(-limit), hasMore: all.length > limit };
}
