import type { Article } from '../article/types.js';
import { synonyms } from './synonyms.js';
import type { SearchFilters } from './types.js';

/** What filters compare with, in lower case. */
interface FilterText {
  products: string;
  versions: string[];
}

/** Decides which articles a filter lets through. Texts are made when the first filter asks for them. */
export function createFilter(articles: readonly Article[]): (filters: SearchFilters, article: number) => boolean {
  const texts = new Map<number, FilterText>();
  return (filters, number) => {
    if (filters.product === undefined && filters.version === undefined) return true;
    const article = articles[number];
    if (article === undefined) return false;
    const text = texts.get(number) ?? filterText(article);
    texts.set(number, text);
    return fitsProduct(filters.product, text) && fitsVersion(filters.version, text);
  };
}

function filterText(article: Article): FilterText {
  const lines = [...article.products, ...article.appliesTo, ...article.operatingSystems];
  return {
    products: lines.join('\n').toLowerCase(),
    versions: [...article.versions, ...article.appliesTo].map((line) => line.toLowerCase()),
  };
}

function fitsProduct(product: string | undefined, text: FilterText): boolean {
  if (product === undefined) return true;
  return namesOf(product.toLowerCase()).some((name) => containsName(text.products, name));
}

/** The name and, for an abbreviation (`iis`), what the articles write out. */
function namesOf(product: string): string[] {
  const rows = synonyms.map((row) => row.map((name) => name.toLowerCase()));
  return [product, ...rows.filter((row) => row.includes(product)).flat()];
}

/** Short names must stand alone: `asp` is no part of `aspect`. Longer ones may be pieces. */
function containsName(text: string, name: string): boolean {
  if (name.length > 4) return text.includes(name);
  return text.split(/[^\p{L}\p{N}.+]+/u).includes(name);
}

/** `4.0` fits `4.0` and `version 4.0`, not `14.0` or `4.01`. */
function fitsVersion(version: string | undefined, text: FilterText): boolean {
  if (version === undefined) return true;
  const asked = version.toLowerCase();
  return text.versions.some((line) => line.split(/[\s,;:()]+/).includes(asked));
}
