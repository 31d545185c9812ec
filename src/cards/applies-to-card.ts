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
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

/** What an article applies to: its own list, or its products, versions and systems where it has none. */
export function appliesToCard(texts: Texts, article: Article): Card {
  const own = appliesToPieces(texts, article);
  const pieces: Piece[] =
    own.length > 0 ? own : [{ type: 'heading', text: texts.article.appliesTo }, ...productPieces(texts, article)];
  if (pieces.length === 1) return noticeCard(texts.article.saysNotWhatFor(article.id));
  const { shown, rest } = takeFitting(pieces, budget.characters / 2);
  const more = rest.length === 0 ? '' : `${texts.article.moreLines(rest.length)} · `;
  return {
    text: notification(texts.article.isFor(article.id, article.appliesTo.map(safeLine).join('; '))),
    blocks: present([
      ...richTextBlocks(shown),
      contextBlock([{ plain: `${more}${article.id} · ${shorten(titleOf(article), budget.title)}` }]),
    ]),
  };
}
