import type { Article } from '../article/types.js';
import { titleOf } from './article-facts.js';
import { sectionPieces } from './article-pieces.js';
import { buttonRow, contextBlock, feedbackButtons, present } from './card-blocks.js';
import { sectionsOf } from './core-sections.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { noticeCard } from './notice-card.js';
import { paginate } from './pages.js';
import { richTextBlocks } from './pieces.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

/** The MORE INFORMATION sections as messages for a thread; the last one asks whether it helped. A notice when there are none. */
export function moreInformationCards(texts: Texts, article: Article, state: CardState): Card[] {
  const pieces = sectionsOf(article, 'more-information').flatMap((section) => sectionPieces(texts, section));
  if (pieces.length === 0) return [noticeCard(texts.article.hasNoMore(article.id))];
  const title = shorten(titleOf(article), budget.title);
  const pages = paginate(richTextBlocks(pieces), budget.partBlocks);
  return pages.map((blocks, page) => {
    const part = pages.length === 1 ? '' : ` · ${texts.article.part(page + 1, pages.length)}`;
    return {
      text: notification(`${texts.article.moreFrom(article.id, title)}${part}`),
      blocks: present([
        ...blocks,
        contextBlock([{ plain: `${article.id} · ${title}${part}` }]),
        page === pages.length - 1 ? buttonRow(feedbackButtons(texts, { ...state, article: article.id, page })) : null,
      ]),
    };
  });
}
