import { mrkdwn } from '../../mrkdwn.js';

/** The search window: its title has 24 characters at the most. */
export const search = {
  title: 'Search IIS errors',
  noMatch: mrkdwn`*No good match.* Ask in other words, or pick an article.`,
  question: 'Question',
  questionHint: 'An error code, your own words, or a line of the log',
  pick: 'Or pick an article',
  pickPlaceholder: 'Type a code, an id or a title',
  nothingAsked: 'Pick an article or type a question.',
  tryOther: 'No good match. Try a code (401.5), an error text, or fewer words.',
  didYouMean: (question: string) => `No good match. Did you mean: ${question}?`,
};
