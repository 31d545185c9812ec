/** The `count` best of some articles, best first; equal scores in order of article number. Linear for small counts. */
export function topRanked(articles: readonly number[], score: (article: number) => number, count: number): number[] {
  const before = (a: number, b: number): number => score(b) - score(a) || a - b;
  if (articles.length <= count * 4) return [...articles].sort(before).slice(0, count);
  const best: number[] = [];
  for (const article of articles) {
    best.push(article);
    if (best.length < count * 4) continue;
    best.sort(before);
    best.length = count;
  }
  return best.sort(before).slice(0, count);
}
