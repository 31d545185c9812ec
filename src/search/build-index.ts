import type { Article } from '../article/types.js';
import { buildCodeIndex } from './code-index.js';
import { confidence, confidenceFeatures, relatedness } from './confidence.js';
import { createFilter } from './filters.js';
import { rankArticles, type SearchData } from './ranking.js';
import { reasonsFor } from './reasons.js';
import { suggest } from './suggest.js';
import { buildTextIndex } from './text-index.js';
import type { SearchIndex, SearchQuery, SearchResponse } from './types.js';

/**
 * Makes articles searchable. Where two articles have the same id, `article(id)` gives the first.
 * Equal articles in equal order give equal answers.
 */
export function buildIndex(articles: readonly Article[]): SearchIndex {
  const data = createSearchData(articles);
  const byId = new Map([...articles].reverse().map((article) => [article.id, article]));
  return {
    size: articles.length,
    article: (id) => byId.get(id.toUpperCase()) ?? null,
    search: (query) => search(data, query),
    suggest: (text, limit) => suggest(data, text, limit),
  };
}

/** Everything that a search reads. */
export function createSearchData(articles: readonly Article[]): SearchData {
  return {
    articles,
    text: buildTextIndex(articles),
    codes: buildCodeIndex(articles),
    passes: createFilter(articles),
  };
}

function search(data: SearchData, query: SearchQuery): SearchResponse {
  const ranking = rankArticles(data, query);
  const results = ranking.ranked.slice(0, query.limit).flatMap((ranked, rank) => {
    const article = data.articles[ranked.article];
    if (article === undefined) return [];
    return {
      id: article.id,
      score: ranked.score,
      confidence: confidence(confidenceFeatures(data, ranking, rank)),
      why: reasonsFor(data, ranking, ranked),
    };
  });
  return {
    results,
    relatedness: relatedness(confidenceFeatures(data, ranking, 0)),
    corrections: ranking.question.corrections,
    total: ranking.total,
  };
}
