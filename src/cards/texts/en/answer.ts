import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import { count } from './wording.js';

/** What an answer says beside the article. */
export const answer = {
  notSure: mrkdwn`*Not sure.* This is the closest article. Compare the symptoms before you act on it.`,
  notSureOf: (words: string) => `Not sure: the closest article is ${words}`,
  moreCodes: (codes: number) => `${count(codes, 'more code', 'more codes')} in the question`,
  sharedBy: (who: Mrkdwn) => mrkdwn`Shared by ${who}`,
  asked: (question: string) => `Asked: ${question}`,
  matched: (why: string) => `Matched: ${why}`,
  noMatch: mrkdwn`*No good match.* The knowledge base has no article that answers this. Try the error code, the text of the error, or a line of the log.`,
  noMatchFor: (question: string) => (question === '' ? 'No good match' : `No good match for: ${question}`),
  lookedAmong: (what: string) => `Looked only among articles for: ${what}`,
  didYouMean: mrkdwn`Did you mean`,
  closest: mrkdwn`The closest articles, which may be about something else:`,
  noOthers: 'No other matches',
  range: (from: number, to: number, of: number) => `Matches ${from} to ${to} of ${of}`,
};
