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
import type { Card, CardState } from './types.js';

/** The MORE INFORMATION sections as messages for a thread; the last one asks whether it helped. A notice when there are none. */
export function moreInformationCards(article: Article, state: CardState): Card[] {
  const pieces = sectionsOf(article, 'more-information').flatMap((section) => sectionPieces(section));
  if (pieces.length === 0) return [noticeCard(`${article.id} has no further information.`)];
  const title = shorten(titleOf(article), budget.title);
  const pages = paginate(richTextBlocks(pieces), budget.partBlocks);
  return pages.map((blocks, page) => {
    const part = pages.length === 1 ? '' : ` · part ${page + 1} of ${pages.length}`;
    return {
      text: notification(`More information from ${article.id}: ${title}${part}`),
      blocks: present([
        ...blocks,
        contextBlock([{ plain: `${article.id} · ${title}${part}` }]),
        page === pages.length - 1 ? buttonRow(feedbackButtons({ ...state, article: article.id })) : null,
      ]),
    };
  });
}
