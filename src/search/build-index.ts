import type { Article } from '../article/types.js';
import { type ArticleStore, articleList } from './article-store.js';
import { mergeParts } from './build/merge-parts.js';
import { PartCollector } from './build/part-collector.js';
import { confidence, confidenceFeatures, relatedness } from './confidence.js';
import type { IndexData } from './index-data.js';
import { groupDuplicates } from './near-duplicates.js';
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
  const collector = new PartCollector();
  for (const article of articles) collector.add(article, null);
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
  const groups = groupDuplicates(data, ranking.ranked, query.limit);
  const leads = { ...ranking, ranked: groups.map(({ lead }) => lead) };
  const results = groups.map(({ lead, also }, rank) => ({
    id: stringAt(data.articles.ids, lead.article),
    title: stringAt(data.articles.titles, lead.article),
    also: also.map((article) => stringAt(data.articles.ids, article)),
    score: lead.score,
    confidence: confidence(confidenceFeatures(data, leads, rank)),
    why: reasonsFor(data, ranking, lead),
  }));
  return {
    results,
    relatedness: relatedness(confidenceFeatures(data, leads, 0)),
    corrections: ranking.question.corrections,
  };
}
