import { kthLargest } from './kth-largest.js';

/** The `count` best of some articles, best first; equal scores in order of article number. @param scores by article */
export function topRanked(articles: readonly number[], scores: Float32Array, count: number): number[] {
  const least = kthLargest(
    Float32Array.from(articles, (article) => scores[article] ?? 0),
    count,
  );
  return articles
    .filter((article) => (scores[article] ?? 0) >= least)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, count);
}
