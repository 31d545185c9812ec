import { SlackError } from '../../server/slack-error.js';
import { findChannel, findMessage } from './finding.js';
import type { Answers } from './types.js';

/** What only the local Slack can judge (not a member, archived, somebody else's message, too long), it refuses itself. */
export const writingAnswers: Pick<Answers, 'post' | 'edit' | 'delete' | 'react'> = {
  post({ slack }, person, { channel, text, threadTs }) {
    const { id } = findChannel(slack, person.user, channel);
    refuseBlank(text);
    if (threadTs === undefined) return person.post(id, text);
    const { thread_ts: thread, ts } = findMessage(slack, person.user, channel, threadTs);
    return person.post(id, text, { threadTs: thread ?? ts });
  },

  async edit({ slack }, person, { channel, ts, text }) {
    refuseBlank(text);
    await person.edit(findMessage(slack, person.user, channel, ts), text);
    return null;
  },

  async delete({ slack }, person, { channel, ts }) {
    await person.delete(findMessage(slack, person.user, channel, ts));
    return null;
  },

  async react({ slack }, person, { channel, ts, emoji }) {
    await person.react(findMessage(slack, person.user, channel, ts), emoji);
    return null;
  },
};

function refuseBlank(text: string): void {
  if (text.trim() === '') throw new SlackError('no_text', ['a message needs some text']);
}
