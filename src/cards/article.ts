import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Article } from '../article/types.js';
import type { ArticleNote } from '../lookup/types.js';
import type { AnswerCardOptions } from './answer-card.js';
import { sourceLinks, sourceText, titleOf } from './article-facts.js';
import { articlePieces } from './article-pieces.js';
import { button, buttonRow, contextBlock, feedbackButtons, noteButtons, present, titleBlock } from './card-blocks.js';
import { cardOf } from './card-of-article.js';
import { notification } from './fallback-text.js';
import { viewIds } from './ids.js';
import { budget, slackLimits } from './limits.js';
import { paginate } from './pages.js';
import { richTextBlocks } from './pieces.js';
import { shorten } from './shorten.js';
import { belongingOf, packState } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState, ModalView } from './types.js';

/**
 * An article as a card, when it is not the match of an answer; `state.question` may be empty.
 * @param options.notes the team's notes about it, newest first; left out where none are kept
 */
export function articleCard(
  texts: Texts,
  article: Article,
  state: CardState,
  options: Pick<AnswerCardOptions, 'private' | 'sharedBy' | 'sharedToChannel'> & {
    experience?: string;
    notes?: readonly ArticleNote[] | null;
  } = {},
): Card {
  const sharer = options.sharedBy === undefined ? {} : { sharedBy: options.sharedBy };
  const own = { ...state, article: article.id, ...sharer, ...belongingOf({ ...state, ...options }) };
  return cardOf(texts, {
    article,
    state: own,
    codes: [],
    unsure: false,
    also: [],
    why: '',
    experience: options.experience ?? '',
    others: 0,
    notes: options.notes ?? null,
    private: options.private ?? false,
    sharedBy: options.sharedBy ?? null,
  });
}

/**
 * The whole article as a window, a page at a time: `state.page` is the page to show, 0 unless given.
 * @param notes the team's notes about it; null where none are kept
 */
export function articleModal(
  texts: Texts,
  article: Article,
  state: CardState,
  notes: readonly ArticleNote[] | null = null,
): ModalView {
  const pages = paginate(wholeArticle(texts, article), budget.pageBlocks);
  const page = Math.min(state.page ?? 0, pages.length - 1);
  const own = { ...state, article: article.id, page };
  return {
    type: 'modal',
    callback_id: viewIds.article,
    private_metadata: packState(own),
    title: { type: 'plain_text', text: shorten(article.id, slackLimits.viewTitle), emoji: false },
    close: { type: 'plain_text', text: texts.buttons.close, emoji: false },
    blocks: present([
      ...opening(texts, article, page, pages.length),
      ...(pages[page] ?? []),
      buttonRow([
        page > 0 ? button(texts.buttons.previous, 'page', { ...own, page: page - 1 }) : null,
        page < pages.length - 1
          ? button(texts.buttons.next, 'page', { ...own, page: page + 1 }, page > 0 ? 1 : 0)
          : null,
        ...noteButtons(texts, own, notes),
      ]),
    ]),
  };
}

/** The whole article as messages for a thread, in order; the last one asks whether it helped. */
export function articleCards(texts: Texts, article: Article, state: CardState): Card[] {
  const pages = paginate(wholeArticle(texts, article), budget.partBlocks);
  return pages.map((blocks, page) => ({
    text: notification(`${article.id} ${titleOf(article)}${partOf(texts, page, pages.length)}`),
    blocks: present([
      ...opening(texts, article, page, pages.length),
      ...blocks,
      page === pages.length - 1 ? buttonRow(feedbackButtons(texts, { ...state, article: article.id, page })) : null,
    ]),
  }));
}

function wholeArticle(texts: Texts, article: Article): RichTextBlock[] {
  return richTextBlocks(articlePieces(texts, article));
}

/** The top of a page: title and source on the first, one line that says where we are on the others. */
function opening(texts: Texts, article: Article, page: number, count: number): KnownBlock[] {
  const part = partOf(texts, page, count);
  const title = shorten(titleOf(article), budget.title);
  if (page > 0) return present([contextBlock([{ plain: `${article.id} · ${title}${part}` }])]);
  const source = shorten(sourceText(texts, article), budget.contextLine) + part;
  const links = sourceLinks(article).map((link) => ({ mrkdwn: link }));
  return present([titleBlock(titleOf(article)), contextBlock([{ plain: source }, ...links])]);
}

function partOf(texts: Texts, page: number, count: number): string {
  return count === 1 ? '' : ` · ${texts.article.part(page + 1, count)}`;
}
