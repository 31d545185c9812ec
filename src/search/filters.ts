import type { Article } from '../article/types.js';
import { type StringTable, stringAt } from './string-table.js';
import { synonyms } from './synonyms.js';
import type { SearchFilters } from './types.js';

/** What filters compare with, in lower case. */
interface FilterText {
  products: string;
  versions: string[];
}

/** What a filter can see of an article, as one string: many articles share it. */
export function filterScope({ products, appliesTo, operatingSystems, versions }: Article): string {
  return [
    [...products, ...appliesTo, ...operatingSystems],
    [...versions, ...appliesTo],
  ]
    .map((lines) => lines.join('\n').toLowerCase())
    .join('\0');
}

/** Decides which articles some filters let through. @param scopes as `filterScope` writes them @param scopeOf by article */
export function createFilter(
  scopes: StringTable,
  scopeOf: Uint32Array,
): (filters: SearchFilters) => (article: number) => boolean {
  return (filters) => {
    if (filters.product === undefined && filters.version === undefined) return () => true;
    const decided = new Map<number, boolean>();
    return (article) => {
      const scope = scopeOf[article] ?? -1;
      const known = decided.get(scope);
      if (known !== undefined) return known;
      const text = filterText(stringAt(scopes, scope));
      const passes = fitsProduct(filters.product, text) && fitsVersion(filters.version, text);
      decided.set(scope, passes);
      return passes;
    };
  };
}

/** Whether some filters let one article through. */
export function passesFilters(article: Article, { product, version }: SearchFilters): boolean {
  const text = filterText(filterScope(article));
  return fitsProduct(product, text) && fitsVersion(version, text);
}

function filterText(scope: string): FilterText {
  const [products = '', versions = ''] = scope.split('\0');
  return { products, versions: versions.split('\n') };
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
