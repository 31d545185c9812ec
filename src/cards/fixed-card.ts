import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeMrkdwn, userMention } from './mrkdwn.js';
import { safeLine } from './safe-text.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

/** Says in the thread which article fixed it. `user` is the Slack id of the person who said so; the card names them. */
export function fixedCard({ answer, followUp }: Texts, { user, state }: { user: string; state: CardState }): Card {
  const who = userMention(user) ?? escapeMrkdwn(followUp.somebody);
  const article = state.article ?? followUp.someArticle;
  const question = safeLine(shortQuestion(state.question, budget.question));
  return {
    text: notification(followUp.fixedBy(article)),
    blocks: present([
      mrkdwnSection(followUp.fixed(who, escapeMrkdwn(article))),
      contextBlock([{ plain: question === '' ? '' : answer.asked(question) }]),
    ]),
  };
}
