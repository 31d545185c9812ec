import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';

/** What is said when a card helped, and when it did not. */
export const followUp = {
  notHelped: mrkdwn`That one did not help. What next?`,
  notHelpedWords: 'That article did not help. Choose what to do next.',
  nobodySet: mrkdwn`Nobody is set up to be called. Ask in this channel, and have the group to call set in the bot’s settings.`,
  needsPerson: (group: Mrkdwn, who: Mrkdwn) =>
    mrkdwn`${group} ${who} needs a person: the knowledge base did not solve this.`,
  tried: (article: string) => `Tried: ${article}`,
  fixed: (who: Mrkdwn, article: Mrkdwn) => mrkdwn`*Fixed.* ${who} says ${article} solved it.`,
  fixedBy: (article: string) => `Fixed by ${article}`,
  somebody: 'Somebody',
  someArticle: 'the article',
};
