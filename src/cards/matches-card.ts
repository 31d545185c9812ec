import type { KnownBlock } from '@slack/types';
import type { Answer, Match } from '../lookup/types.js';
import { alsoText, sourceText, titleOf } from './article-facts.js';
import { button, buttonRow, contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { placeText } from './experience-text.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeMrkdwn, mrkdwn } from './mrkdwn.js';
import { shorten } from './shorten.js';
import { belongingOf, stateQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Belonging, Card, CardState } from './types.js';

/**
 * A page of an answer's matches, five at the most, each with why it matched and a button that shows it.
 * @param page.from the rank of the page's first match, 0 = best
 * @param page.thread the thread that the question belongs to, when the list is not in it; see `Belonging`
 */
export function matchesCard(texts: Texts, answer: Answer, { from, ...belonging }: { from: number } & Belonging): Card {
  const count = answer.matches.length;
  const first = Math.max(0, Math.min(from, count - 1));
  const page = answer.matches.slice(first, first + budget.matchesPerPage);
  const hasPrevious = first >= budget.matchesPerPage;
  const state = { question: stateQuestion(answer.question), ...belongingOf(belonging) };
  const { noOthers, range } = texts.answer;
  const heading = page.length === 0 ? noOthers : range(first + 1, first + page.length, count);
  return {
    text: notification([heading, ...page.map(({ article }) => `${article.id} ${titleOf(article)}`)].join('\n')),
    blocks: present([
      mrkdwnSection(mrkdwn`*${escapeMrkdwn(heading)}*`),
      ...page.flatMap((match, index) => matchBlocks(texts, match, first + index, state)),
      buttonRow([
        hasPrevious
          ? button(texts.buttons.previous, 'others', { ...state, rank: first - budget.matchesPerPage })
          : null,
        first + page.length < count
          ? button(texts.buttons.next, 'others', { ...state, rank: first + page.length }, hasPrevious ? 1 : 0)
          : null,
      ]),
    ]),
  };
}

/** A match in a list: its title with a button that shows it, what it is, and why it matched. */
export function matchBlocks(texts: Texts, match: Match, rank: number, state: CardState): (KnownBlock | null)[] {
  const { article, also } = match;
  const reason = placeText(texts, match);
  return [
    {
      type: 'section',
      text: { type: 'plain_text', text: `${rank + 1}. ${shorten(titleOf(article), budget.title)}`, emoji: false },
      accessory: button(texts.buttons.show, 'show', { ...state, article: article.id, rank }),
    },
    contextBlock([
      { plain: shorten(sourceText(texts, article), budget.contextLine) },
      { plain: reason === '' ? '' : shorten(texts.answer.matched(reason), budget.contextLine) },
      { plain: alsoText(texts, also) },
    ]),
  ];
}
