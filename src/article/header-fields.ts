import { isoDate } from './dates.js';
import type { Article } from './types.js';

/** The header of an article as its source writes it: values by field, absent fields left out. */
export type RawHeader = Partial<Record<HeaderField, string>>;

export type HeaderField = 'id' | 'products' | 'versions' | 'operatingSystems' | 'keywords' | 'lastModified';

/** The lists of the model that come from the header. */
export type HeaderLists = Pick<Article, 'products' | 'versions' | 'operatingSystems' | 'keywords'>;

/**
 * Splits the header's values into lists: keywords at white space, the rest at `,` `;` and `|`. Versions may also be
 * parted by spaces (`3.5 3.51`) where nothing but versions stands there. The colon that the archive's database puts
 * before a version without a platform (`:4.0`) is dropped.
 */
export function headerLists(header: RawHeader): HeaderLists {
  return {
    products: splitValues(header.products ?? ''),
    versions: splitValues((header.versions ?? '').replace(/^:/, '')).flatMap(splitBareVersions),
    operatingSystems: splitValues(header.operatingSystems ?? ''),
    keywords: (header.keywords ?? '').split(/[\s|]+/).filter((word) => word !== ''),
  };
}

/** The ISO date of the header's last change; null when there is none or it cannot be read. */
export function headerDate(header: RawHeader): string | null {
  return isoDate(header.lastModified ?? '');
}

function splitValues(value: string): string[] {
  return value
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function splitBareVersions(version: string): string[] {
  const words = version.split(/\s+/);
  return words.every((word) => /^\d+(?:\.\w+)+$/.test(word)) ? words : [version];
}
