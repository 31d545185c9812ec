import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import { count } from './wording.js';

/** The Home tab. */
export const home = {
  title: 'Substatus answers IIS errors',
  about: mrkdwn`Ask with an error code, your own words or a line of the log. The answer says what the error means, its cause, how to resolve it, and which article says so. When no article fits, it says that.`,
  alone: mrkdwn`On the tab *Messages* nobody else reads what you ask.`,
  commonCodes: 'Common codes',
  recent: 'Your recent lookups',
  recentEmpty: 'What you ask comes here. Nobody else sees this list, and a restart of the bot empties it.',
  recentPress: 'Press one to ask it again. Nobody else sees this list, and a restart of the bot empties it.',
  articles: (articles: number) => count(articles, 'article', 'articles'),
  answersFrom: (articles: Mrkdwn) => mrkdwn`Answers from ${articles}.`,
  answersFromRead: (articles: Mrkdwn, moment: Mrkdwn) => mrkdwn`Answers from ${articles}, last read ${moment}.`,
  /** A moment in the form of Slack's dates, which the client puts into the reader's language and time zone. */
  moment: '{date_short_pretty} at {time}',
};
