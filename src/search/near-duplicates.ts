import type { Ranked } from './ranking.js';
import type { SearchData } from './search-data.js';
import { stem } from './stemmer.js';
import { fieldBreak, readStream } from './streams.js';
import { stringAt } from './string-table.js';

/** An article, and those that say the same for another version. */
export interface RankedGroup {
  lead: Ranked;
  /** Numbers of the articles, best first. */
  also: number[];
}

/** Words in titles that tell versions and kinds of articles apart, not subjects. */
const labels = new Set(
  `a about an and at available bug by err error errors fix for how howto iis in info information internet is
  message messages ms msg note nt of on or patch prb professional server services sp that the this to using version versions
  windows with workstation xp you your`
    .split(/\s+/)
    .map(stem),
);
/** The share of their words that two articles have in common when they say the same. */
const sharedWords = 0.5;

/**
 * Puts articles that tell the same of several versions under the one that ranks first: titles that differ only in
 * labels and versions, over texts that share most of their words.
 * @param ranked best first @param limit how many groups at the most
 */
export function groupDuplicates(data: SearchData, ranked: readonly Ranked[], limit: number): RankedGroup[] {
  const groups: RankedGroup[] = [];
  const bySubject = new Map<string, RankedGroup[]>();
  for (const one of ranked) {
    const subject = subjectOf(stringAt(data.articles.titles, one.article));
    const alike = subject === null ? [] : (bySubject.get(subject) ?? []);
    const group = alike.find(({ lead }) => saysTheSame(data, lead.article, one.article));
    if (group !== undefined) {
      group.also.push(one.article);
      continue;
    }
    if (groups.length === limit) break;
    const own = { lead: one, also: [] };
    groups.push(own);
    if (subject !== null) bySubject.set(subject, [...alike, own]);
  }
  return groups;
}

/** The words of a title without labels and versions, in any order; null when fewer than two are left. */
export function subjectOf(title: string): string | null {
  const words = title
    .replace(/^(?:[A-Z][A-Z0-9]+(?:-\d+)?:\s*)+/, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}.]+/gu);
  const telling = (words ?? []).map((word) => stem(word.replace(/(?<!\.)\.+$/, ''))).filter((word) => !isLabel(word));
  return telling.length < 2 ? null : [...new Set(telling)].sort().join(' ');
}

/** `4.0`, `95`, `sp6a`, `iis5`; codes such as 401.5 are subjects. */
function isLabel(word: string): boolean {
  return (
    labels.has(word) || /^(?:iis|nt|sp|win|ie)?\d{1,2}(?:\.[0-2x])?[a-z]?$/.test(word) || /^(?:19|20)\d\d$/.test(word)
  );
}

function saysTheSame(data: SearchData, a: number, b: number): boolean {
  const words = wordsOf(data, a);
  const others = wordsOf(data, b);
  let shared = 0;
  for (const word of others) if (words.has(word)) shared++;
  return shared >= sharedWords * (words.size + others.size - shared);
}

function wordsOf({ streams, scratch }: SearchData, article: number): Set<number> {
  const words = new Set(scratch.stream.subarray(0, readStream(streams, article, scratch.stream)));
  words.delete(fieldBreak);
  return words;
}
