import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import { count } from './wording.js';

/** One sentence or two about what does not work, and what to do. */
export const notices = {
  error: (reference: Mrkdwn) =>
    mrkdwn`Something went wrong on our side. Try again; if it stays, report reference \`${reference}\`.`,
  errorWords: (reference: string) =>
    `Something went wrong on our side. Try again; if it stays, report reference ${reference}.`,
  interrupted: (channel: Mrkdwn | null) =>
    channel === null
      ? mrkdwn`I was interrupted while I was answering you. If you see no answer, please ask or press once more.`
      : mrkdwn`I was interrupted while I was answering you in ${channel}. If you see no answer there, please ask or press once more.`,
  interruptedWords: 'I was interrupted while I was answering you. If you see no answer, please ask or press once more.',
  busy: (seconds: number) =>
    `More is asked at the moment than I can answer. Ask again in ${count(seconds, 'second', 'seconds')}.`,
  busyChannel: (seconds: number) =>
    `So many answers wait to be posted here that no more can line up: Slack takes one a second. Ask again in ${count(seconds, 'second', 'seconds')}, or use /kb, which does not wait.`,
  outdated: 'This card is from another version of the bot, and its button no longer works. Please ask again.',
  lastMatch: 'That was the last match.',
  articleIsGone: (id: string) => `Article ${id} is no longer in the knowledge base. Ask again to find what is.`,
  moreParts: (parts: number) =>
    `${count(parts, 'more part does', 'more parts do')} not fit here. Press Full article to read on in a window.`,
  pressedTooLate: 'That took too long for a window to open. Press the button once more.',
  shortcutTooLate: 'That took too long for a window to open. Use the shortcut once more, or ask me here.',
  noTextInMessage: 'I found no text in that message to look up. Copy the error from it, and ask /kb.',
  cannotWriteThere:
    'I cannot write in that place, so only you can see this answer. In a channel, invite me and I answer in its threads.',
  answerIsHere: 'I cannot write where you asked, so the answer is here.',
  /** Why the message that opened a thread cannot be asked about. */
  aboutParent: {
    'not allowed':
      'I cannot read the start of this thread. Mention me with the error itself, such as 401.5, or ask an admin to grant the optional scopes channels:history and groups:history.',
    'no text':
      'The start of this thread has no text that I can look up. Mention me with the error itself, such as 401.5 or a line of the log.',
  },
};
