import type { Article } from '../article/types.js';
import type { AlsoFor } from '../lookup/types.js';
import { budget } from './limits.js';
import { type Mrkdwn, mrkdwnLink, webAddress } from './mrkdwn.js';
import { isVisible, safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';

const mostLinks = 3;

/** An article's title on one line; its id when the title shows nothing. */
export function titleOf(article: Article): string {
  const title = safeLine(article.title);
  return isVisible(title) ? title : article.id;
}

/** What an article is about, in one short line: its products with their versions, else the first applies-to line. */
export function appliesToShort(texts: Texts, article: Article): string | null {
  const products = article.products.filter(isVisible).map(safeLine);
  const versions = article.versions.filter(isVisible).map(versionName);
  const [line, ...more] = article.appliesTo.filter(isVisible).map(safeLine);
  if (products.length > 0) return shorten(`${products.join(', ')} ${versions.join(', ')}`.trim(), 120);
  if (line === undefined) return null;
  return more.length === 0 ? shorten(line, 110) : texts.article.andMore(shorten(line, 110), more.length);
}

/** A version without the platform that the archive writes before it: `winnt:4.0` is `4.0`. */
function versionName(version: string): string {
  return safeLine(version).replace(/^[a-z]+:(?=\d)/i, '');
}

/** Whether an article says at all what it applies to. */
export function saysWhatItAppliesTo(article: Article): boolean {
  return [...article.appliesTo, ...article.products, ...article.operatingSystems].some(isVisible);
}

/** The source line: `Q288323 · Internet Information Server 4.0 · updated 27 Jan 2002`. */
export function sourceText(texts: Texts, article: Article): string {
  const date = article.lastModified === null ? null : texts.article.updated(article.lastModified);
  return [article.id, appliesToShort(texts, article), date].filter((part) => part !== null).join(' · ');
}

/** `Also for version 4.0: Q271459; other versions: Q271214`; empty when there is none. */
export function alsoText(texts: Texts, also: readonly AlsoFor[]): string {
  if (also.length === 0) return '';
  const each = also.map(({ id, versions }) => {
    const named = versions.filter(isVisible).map(versionName).join(', ');
    return named === '' ? texts.article.alsoOtherVersions(id) : texts.article.alsoVersion(named, id);
  });
  return shorten(texts.article.also(each.join('; ')), budget.contextLine);
}

/** Links to those of the article's sources that are web addresses, labelled with their host. */
export function sourceLinks(article: Article): Mrkdwn[] {
  const addresses = article.sources.map(webAddress).filter((address) => address !== null);
  return [...new Set(addresses)].slice(0, mostLinks).map((address) => mrkdwnLink(address, new URL(address).hostname));
}
