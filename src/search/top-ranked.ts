/** The `count` best of some articles, best first; equal scores in order of article number. Linear for small counts. */
export function topRanked(articles: readonly number[], score: (article: number) => number, count: number): number[] {
  const before = (a: number, b: number): number => score(b) - score(a) || a - b;
  const best: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (const article of articles) {
    if (score(article) < floor) continue;
    best.push(article);
    if (best.length < count * 4) continue;
    best.sort(before);
    best.length = count;
    floor = score(best[count - 1] ?? article);
  }
  return best.sort(before).slice(0, count);
}
