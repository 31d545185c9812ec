import type { KnownBlock } from '@slack/types';
import type { Answer, Match } from '../lookup/types.js';
import { alsoText, sourceText, titleOf } from './article-facts.js';
import { button, buttonRow, contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeMrkdwn, mrkdwn } from './mrkdwn.js';
import { whyText } from './reasons.js';
import { shorten } from './shorten.js';
import { stateQuestion } from './state.js';
import type { Card, CardState } from './types.js';

/**
 * A page of an answer's matches, five at the most, each with why it matched and a button that shows it.
 * @param page.from the rank of the page's first match, 0 = best
 * @param page.thread the thread that the question belongs to, when the list is not in it
 */
export function matchesCard(answer: Answer, { from, thread }: { from: number; thread?: string }): Card {
  const count = answer.matches.length;
  const first = Math.max(0, Math.min(from, count - 1));
  const page = answer.matches.slice(first, first + budget.matchesPerPage);
  const hasPrevious = first >= budget.matchesPerPage;
  const state = { question: stateQuestion(answer.question), ...(thread === undefined ? {} : { thread }) };
  const heading = page.length === 0 ? 'No other matches' : `Matches ${first + 1} to ${first + page.length} of ${count}`;
  return {
    text: notification([heading, ...page.map(({ article }) => `${article.id} ${titleOf(article)}`)].join('\n')),
    blocks: present([
      mrkdwnSection(mrkdwn`*${escapeMrkdwn(heading)}*`),
      ...page.flatMap((match, index) => matchBlocks(match, first + index, state)),
      buttonRow([
        hasPrevious ? button('Previous', 'others', { ...state, rank: first - budget.matchesPerPage }) : null,
        first + page.length < count
          ? button('Next', 'others', { ...state, rank: first + page.length }, hasPrevious ? 1 : 0)
          : null,
      ]),
    ]),
  };
}

/** A match in a list: its title with a button that shows it, what it is, and why it matched. */
export function matchBlocks({ article, also, why }: Match, rank: number, state: CardState): (KnownBlock | null)[] {
  const reason = whyText(why);
  return [
    {
      type: 'section',
      text: { type: 'plain_text', text: `${rank + 1}. ${shorten(titleOf(article), budget.title)}`, emoji: false },
      accessory: button('Show', 'show', { ...state, article: article.id, rank }),
    },
    contextBlock([
      { plain: shorten(sourceText(article), budget.contextLine) },
      { plain: reason === '' ? '' : shorten(`Matched: ${reason}`, budget.contextLine) },
      { plain: alsoText(also) },
    ]),
  ];
}
