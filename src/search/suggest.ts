import Fuse from 'fuse.js';
import { findCodes } from '../codes/find-codes.js';
import { type QuestionTerm, type QuestionTerms, readQuestion } from './question-terms.js';
import { rankFor } from './ranking.js';
import { idfOf, type SearchData } from './search-data.js';
import { allStrings, numbersBeginning, stringAt } from './string-table.js';
import type { Suggestion } from './types.js';

/** Titles and query words that are looked at; more would cost a keystroke's time and add nothing. */
const shortList = 60;

/** So many words, the commonest, may be what the last word becomes. */
const mostCompletions = 24;

/** More is pasted, not typed: then the order of the short list is as good, and fuse.js would take long over it. */
const longestTyped = 60;

interface Candidate extends Suggestion {
  queryWords: string;
}

/**
 * Articles for a type-ahead menu: the index makes a short list, by code, words and the beginning of the word being
 * typed. Those come first in which every typed word begins a word of the title, or of title and query words; of the others
 * fuse.js finds what a slip of the keyboard may have meant.
 */
export function suggest(data: SearchData, text: string, limit: number): Suggestion[] {
  const asked = text.trim().slice(0, 200);
  if (asked === '' || limit < 1) return [];
  const byId = articlesWithId(data, asked, limit);
  const codes = findCodes(asked);
  const query = { text: asked, codes, filters: {}, limit: shortList };
  const { ranked } = rankFor(data, questionBeingTyped(data, asked), query);
  const withCode = ranked.filter(({ code }) => code !== null).map(({ article }) => article);
  const candidates = candidatesOf(data, ranked.map(({ article }) => article).slice(0, shortList));
  const first = candidatesOf(data, withCode);
  const said = asked.length > longestTyped ? [] : bestSaid(candidates, asked);
  return distinct([...byId, ...first, ...said, ...closest(candidates, asked), ...candidates])
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

/** The words typed so far, and the last one, when it may go on, as any of the words that it may become. */
function questionBeingTyped(data: SearchData, typed: string): QuestionTerms {
  const last = /(?<![a-z0-9])[a-z0-9]{2,}$/i.exec(typed)?.[0] ?? '';
  const becomes = completion(data, last);
  const question = readQuestion(data, becomes === null ? typed : typed.slice(0, -last.length));
  if (becomes !== null) question.terms.push(becomes);
  if (question.terms.length > 0) return question;
  // `keep a`: words that say nothing alone may become some that do.
  const [longest = ''] = wordsOf(typed).sort((a, b) => b.length - a.length);
  const other = completion(data, longest);
  if (other !== null) question.terms.push(other);
  return question;
}

/** Any of the words that begin so, as one thing asked for; null when there are none. */
function completion(data: SearchData, beginning: string): QuestionTerm | null {
  const terms = completionsOf(data, beginning.toLowerCase());
  if (terms.length === 0) return null;
  const weight = Math.max(...terms.map((term) => idfOf(data, term)));
  // A rarer word would say more, and nobody has said it yet.
  const alternatives = terms.map((term) => ({ type: 'same' as const, term, weight: idfOf(data, term) / weight }));
  return { type: 'word', asked: beginning, alternatives, weight };
}

/** Terms whose words begin so, the commonest first: plain words as they are written, names like `w3svc` as they are indexed. */
function completionsOf(data: SearchData, beginning: string): number[] {
  if (beginning === '') return [];
  const { words, terms } = data.spelling;
  const plain = numbersBeginning(words, beginning, mostCompletions).map((number) => terms[number] ?? 0);
  return [...new Set([...plain, ...numbersBeginning(data.terms, beginning, mostCompletions)])].slice(
    0,
    mostCompletions,
  );
}

/** Candidates in which every typed word begins some word: of the title first, then of title and query words. */
function bestSaid(candidates: readonly Candidate[], asked: string): Candidate[] {
  const typed = wordsOf(asked);
  const says = (text: string): boolean => {
    const words = wordsOf(text);
    return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
  const inTitle = candidates.filter(({ title }) => says(title));
  return [...inTitle, ...candidates.filter(({ title, queryWords }) => says(`${title} ${queryWords}`))];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
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
