import type { Article } from '../article/types.js';
import { type ArticleStore, articleList } from './article-store.js';
import { mergeParts } from './build/merge-parts.js';
import { PartCollector } from './build/part-collector.js';
import { confidence, confidenceFeatures, relatedness } from './confidence.js';
import type { IndexData } from './index-data.js';
import { rankArticles } from './ranking.js';
import { reasonsFor } from './reasons.js';
import { type SearchData, searchData } from './search-data.js';
import { stringAt } from './string-table.js';
import { suggest } from './suggest.js';
import type { SearchIndex, SearchQuery, SearchResponse } from './types.js';

/**
 * Makes articles searchable, in this thread and in memory; for large folders see `build/`.
 * Where two articles have the same id, `article(id)` gives the first. Equal articles in equal order give equal answers.
 */
export function buildIndex(articles: readonly Article[]): SearchIndex {
  return searchIndex(createSearchData(articles));
}

/** Everything that a search reads, of some articles in memory. */
export function createSearchData(articles: readonly Article[]): SearchData {
  const collector = new PartCollector(false);
  for (const article of articles) collector.add(article);
  return searchData(mergeParts([collector.finish()]).data, articleList(articles));
}

/** An index over data that was built, or read from a snapshot. */
export function openIndex(data: IndexData, store: ArticleStore): SearchIndex {
  return searchIndex(searchData(data, store));
}

function searchIndex(data: SearchData): SearchIndex {
  return {
    size: data.byId.size,
    article(id) {
      const number = data.byId.get(id.toUpperCase());
      return number === undefined ? null : data.store.read(number);
    },
    search: (query) => search(data, query),
    suggest: (text, limit) => suggest(data, text, limit),
  };
}

function search(data: SearchData, query: SearchQuery): SearchResponse {
  const ranking = rankArticles(data, query);
  const results = ranking.ranked.slice(0, query.limit).map((ranked, rank) => ({
    id: stringAt(data.articles.ids, ranked.article),
    score: ranked.score,
    confidence: confidence(confidenceFeatures(data, ranking, rank)),
    why: reasonsFor(data, ranking, ranked),
  }));
  return {
    results,
    relatedness: relatedness(confidenceFeatures(data, ranking, 0)),
    corrections: ranking.question.corrections,
  };
}
