import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeMrkdwn, mrkdwn, userMention } from './mrkdwn.js';
import { safeLine } from './safe-text.js';
import { shortQuestion } from './state.js';
import type { Card, CardState } from './types.js';

/** Says in the thread which article fixed it. `user` is the Slack id of the person who said so; the card names them. */
export function fixedCard({ user, state }: { user: string; state: CardState }): Card {
  const who = userMention(user) ?? escapeMrkdwn('Somebody');
  const article = state.article === undefined ? escapeMrkdwn('the article') : escapeMrkdwn(state.article);
  const question = safeLine(shortQuestion(state.question, budget.question));
  return {
    text: notification(`Fixed by ${state.article ?? 'the article'}`),
    blocks: present([
      mrkdwnSection(mrkdwn`*Fixed.* ${who} says ${article} solved it.`),
      contextBlock([{ plain: question === '' ? '' : `Asked: ${question}` }]),
    ]),
  };
}
