import { kthLargest } from './kth-largest.js';

/** The `count` best of some articles, best first; equal scores in order of article number. @param scores by article */
export function topRanked(articles: readonly number[], scores: Float32Array, count: number): number[] {
  const least = kthScore(articles, scores, count);
  const best: number[] = [];
  for (const article of articles) if ((scores[article] ?? 0) >= least) best.push(article);
  return best.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

/** The score of the kth best of some articles; -Infinity when there are fewer. */
export function kthScore(articles: readonly number[], scores: Float32Array, k: number): number {
  if (k > articles.length) return Number.NEGATIVE_INFINITY;
  const own = new Float32Array(articles.length);
  for (let at = 0; at < own.length; at++) own[at] = scores[articles[at] ?? 0] ?? 0;
  return kthLargest(own, k);
}
