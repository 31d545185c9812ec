import type { Article } from '../article/types.js';
import { titleOf } from './article-facts.js';
import { appliesToPieces, productPieces } from './article-pieces.js';
import { contextBlock, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { noticeCard } from './notice-card.js';
import { type Piece, richTextBlocks, takeFitting } from './pieces.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import type { Card } from './types.js';

/** What an article applies to: its own list, or its products, versions and systems where it has none. */
export function appliesToCard(article: Article): Card {
  const own = appliesToPieces(article);
  const pieces: Piece[] = own.length > 0 ? own : [{ type: 'heading', text: 'APPLIES TO' }, ...productPieces(article)];
  if (pieces.length === 1) return noticeCard(`${article.id} does not say what it applies to.`);
  const { shown, rest } = takeFitting(pieces, budget.characters / 2);
  const more = rest.length === 0 ? '' : `… ${rest.length} more in Full article · `;
  return {
    text: notification(`${article.id} applies to: ${article.appliesTo.map(safeLine).join('; ')}`),
    blocks: present([
      ...richTextBlocks(shown),
      contextBlock([{ plain: `${more}${article.id} · ${shorten(titleOf(article), budget.title)}` }]),
    ]),
  };
}
