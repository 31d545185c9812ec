import type { Article } from '../../article/types.js';
import { appliesToCard } from '../../cards/applies-to-card.js';
import { articleCards, articleModal } from '../../cards/article.js';
import { moreInformationCards } from '../../cards/more-information-cards.js';
import { noticeCard } from '../../cards/notice-card.js';
import { triggerExpired, viewIsGone } from '../reply.js';
import type { Services } from '../services.js';
import { type Click, followUpInParts, tellPrivately } from './click.js';

/** "Full article": a window; when the click is too old to open one, the article comes into the thread in parts. */
export async function full({ lookup, notes }: Services, click: Click): Promise<void> {
  await withArticle(lookup, click, async (article) => {
    try {
      await click.client.views.open({
        trigger_id: click.triggerId,
        view: articleModal(click.texts, article, click.state, notes?.of(click.team)?.about(article.id) ?? null),
      });
    } catch (error) {
      if (!triggerExpired(error)) throw error;
      await followUpInParts(click, articleCards(click.texts, article, click.state));
    }
  });
}

/** Previous and Next of a long article's window; a press too many, or into a closed window, changes nothing. */
export async function page({ lookup, notes }: Services, click: Click): Promise<void> {
  await withArticle(lookup, click, async (article) => {
    if (click.view === null) return;
    const { id, hash } = click.view;
    try {
      await click.client.views.update({
        view_id: id,
        hash,
        view: articleModal(click.texts, article, click.state, notes?.of(click.team)?.about(article.id) ?? null),
      });
    } catch (error) {
      if (!viewIsGone(error)) throw error;
    }
  });
}

/** "More information": that section, below the card. */
export async function more({ lookup }: Services, click: Click): Promise<void> {
  await withArticle(lookup, click, (article) =>
    followUpInParts(click, moreInformationCards(click.texts, article, click.state)),
  );
}

/** "Applies to": the products and versions, for the person who asks. */
export async function applies({ lookup }: Services, click: Click): Promise<void> {
  await withArticle(lookup, click, (article) => tellPrivately(click, appliesToCard(click.texts, article)));
}

/** Does something with the card's article; says so when the knowledge base no longer has it. */
async function withArticle(
  lookup: Services['lookup'],
  click: Click,
  work: (article: Article) => Promise<void>,
): Promise<void> {
  const id = click.state.article ?? '';
  const article = lookup.article(id);
  if (article !== null) return work(article);
  await tellPrivately(click, noticeCard(click.texts.notices.articleIsGone(id)));
}
