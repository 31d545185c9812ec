import { kthLargest } from './kth-largest.js';

/**
 * The `count` best of some articles, best first; equal scores in order of article number.
 * @param scores by article @param values room for all their scores
 */
export function topRanked(articles: Uint32Array, scores: Float32Array, count: number, values: Float32Array): number[] {
  const least = kthScore(articles, scores, count, values);
  const above: number[] = [];
  const equal: number[] = []; // of a common code there are thousands
  for (const article of articles) {
    const score = scores[article] ?? 0;
    if (score > least) above.push(article);
    else if (score === least) equal.push(article);
  }
  above.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const ties = Uint32Array.from(equal).sort();
  return [...above, ...ties.subarray(0, count - above.length)];
}

/** The score of the kth best of some articles; -Infinity when there are fewer. @param values room for all their scores */
export function kthScore(articles: Uint32Array, scores: Float32Array, k: number, values: Float32Array): number {
  if (k > articles.length) return Number.NEGATIVE_INFINITY;
  for (let at = 0; at < articles.length; at++) values[at] = scores[articles[at] ?? 0] ?? 0;
  return kthLargest(values.subarray(0, articles.length), k);
}
