import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import { count, number } from './wording.js';

/** The Home tab. */
export const home = {
  title: 'Substatus answers IIS errors',
  about: mrkdwn`Ask with an error code, your own words or a line of the log. The answer says what the error means, its cause, how to resolve it, and which article says so. When no article fits, it says that.`,
  alone: mrkdwn`On the tab *Messages* nobody else reads what you ask.`,
  commonCodes: 'Common codes',
  recent: 'Your recent lookups',
  recentEmpty: 'What you ask comes here. Nobody else sees this list, and a restart of the bot empties it.',
  recentPress: 'Press one to ask it again. Nobody else sees this list, and a restart of the bot empties it.',
  week: 'Looked up most this week',
  weekEmpty: 'No code was looked up in the last seven days.',
  codeTimes: (code: string, times: number) => `${code} (${number(times)})`,
  unanswered: 'Questions without an answer',
  unansweredAbout:
    'Asked in channels in the last seven days; names are not kept, and what is asked on the tab Messages is not among them. An article about one answers it for everybody.',
  unansweredEmpty: 'Every question that was asked in a channel in the last seven days has an answer.',
  occasions: (occasions: number) => (occasions === 1 ? 'asked once' : `asked on ${number(occasions)} occasions`),
  health: 'How the bot is',
  connected: 'Connected to Slack.',
  notConnected: 'There is no connection to Slack: questions are not heard at the moment.',
  broken: (files: number) =>
    `${count(files, 'file of an article has', 'files of articles have')} errors: left out, or answered from the last good version. substatus check names them.`,
  stale: 'Changed articles cannot be read at the moment; the ones before go on answering.',
  store: {
    up: 'The store answers.',
    away: 'The store is away, so what was asked this week is not shown. Questions are answered all the same.',
    none: 'There is no store: what is asked is not remembered.',
  },
  articles: (articles: number) => count(articles, 'article', 'articles'),
  answersFrom: (articles: Mrkdwn) => mrkdwn`Answers from ${articles}.`,
  answersFromRead: (articles: Mrkdwn, moment: Mrkdwn) => mrkdwn`Answers from ${articles}, last read ${moment}.`,
  /** A moment in the form of Slack's dates, which the client puts into the reader's language and time zone. */
  moment: '{date_short_pretty} at {time}',
};
