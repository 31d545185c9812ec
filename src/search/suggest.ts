import Fuse from 'fuse.js';
import { findCodes } from '../codes/find-codes.js';
import { rankArticles } from './ranking.js';
import type { SearchData } from './search-data.js';
import { allStrings, countOf, stringAt } from './string-table.js';
import type { Suggestion } from './types.js';

/** Titles and query words that fuse.js ranks; more would cost a keystroke's time and add nothing. */
const shortList = 60;

const mostCompletions = 8;

/** More is pasted, not typed: then the order of the short list is as good, and fuse.js would take long over it. */
const longestTyped = 60;

interface Candidate extends Suggestion {
  queryWords: string;
}

/**
 * Articles for a type-ahead menu: the index makes a short list, by code, words and the beginning of the word being
 * typed; fuse.js ranks its titles and query words, forgiving slips of the keyboard.
 */
export function suggest(data: SearchData, text: string, limit: number): Suggestion[] {
  const asked = text.trim().slice(0, 200);
  if (asked === '' || limit < 1) return [];
  const byId = articlesWithId(data, asked, limit);
  const codes = findCodes(asked);
  const { ranked } = rankArticles(data, { text: withCompletions(data, asked), codes, filters: {}, limit: shortList });
  const withCode = ranked.filter(({ code }) => code !== null);
  const candidates = candidatesOf(data, ranked.map(({ article }) => article).slice(0, shortList));
  const first = candidatesOf(
    data,
    withCode.map(({ article }) => article),
  );
  return distinct([...byId, ...first, ...closest(candidates, asked), ...candidates])
    .slice(0, limit)
    .map(({ id, title }) => ({ id, title }));
}

function articlesWithId(data: SearchData, asked: string, limit: number): Suggestion[] {
  const digits = /^(?:kb|[a-z])?\s*(\d{3,})$/i.exec(asked)?.[1];
  if (digits === undefined) return [];
  const numbers = allStrings(data.articles.ids).flatMap((id, number) =>
    data.hidden[number] === 0 && id.slice(1).startsWith(digits) ? number : [],
  );
  return candidatesOf(data, numbers.slice(0, limit));
}

/** The text with the commonest words that its last word may become: `auth` with `authentication`, `authorization`. */
function withCompletions(data: SearchData, asked: string): string {
  const prefix = /(?<![a-z])[a-z]{3,}$/i.exec(asked)?.[0]?.toLowerCase();
  if (prefix === undefined) return asked;
  const { words } = data.spelling;
  const completions: string[] = [];
  for (let number = 0; number < countOf(words) && completions.length < mostCompletions; number++) {
    const word = stringAt(words, number);
    if (word.startsWith(prefix) && word !== prefix) completions.push(word);
  }
  return [asked, ...completions].join(' ');
}

function candidatesOf(data: SearchData, numbers: readonly number[]): Candidate[] {
  return numbers.map((number) => candidate(data, number));
}

function candidate({ articles }: SearchData, number: number): Candidate {
  return {
    id: stringAt(articles.ids, number),
    title: stringAt(articles.titles, number),
    queryWords: stringAt(articles.queryWords, number),
  };
}

function closest(candidates: Candidate[], asked: string): Candidate[] {
  if (asked.length > longestTyped) return [];
  const keys = [
    { name: 'title', weight: 2 },
    { name: 'queryWords', weight: 1 },
  ];
  const fuse = new Fuse(candidates, { keys, ignoreLocation: true, useTokenSearch: true, threshold: 0.4 });
  return fuse.search(asked).map(({ item }) => item);
}

function distinct(suggestions: Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ id }) => !seen.has(id) && seen.add(id));
}
