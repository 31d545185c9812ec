import { sharedPhrase } from './phrases.js';
import { findPosting } from './postings.js';
import { isIdleWord } from './question-noise.js';
import type { QuestionTerm } from './question-terms.js';
import type { Ranked, Ranking } from './ranking.js';
import type { SearchData } from './search-data.js';
import { stringAt } from './string-table.js';
import { type Reason, type SearchField, searchFields } from './types.js';

const mostReasons = 6;

/** Why an article is among the results, strongest first: its codes, a phrase, then the words that brought it most. */
export function reasonsFor(data: SearchData, ranking: Ranking, ranked: Ranked): Reason[] {
  const words = ranking.question.terms
    .flatMap((term) => wordReason(data, term, ranked.article) ?? [])
    .sort((a, b) => b.worth - a.worth)
    .map(({ reason }) => reason);
  const codes = ranked.code?.reasons ?? [];
  return [...codes, ...phraseReasons(data, ranking, ranked.article), ...distinct(words)].slice(0, mostReasons);
}

/** A phrase of words that say nothing (`when you try to`) is no reason. */
function phraseReasons(data: SearchData, ranking: Ranking, article: number): Reason[] {
  const phrase = sharedPhrase(data, ranking.question, article);
  if (phrase === null || phrase.text.split(' ').filter((word) => !isIdleWord(word)).length < 2) return [];
  return [{ type: 'phrase', asked: phrase.text, found: phrase.text, field: phrase.field }];
}

function wordReason(data: SearchData, term: QuestionTerm, article: number): { reason: Reason; worth: number } | null {
  const { postings } = data;
  for (const alternative of term.alternatives) {
    const at = findPosting(postings, alternative.term, article);
    if (at < 0) continue;
    const worth = term.weight * alternative.weight * (postings.impacts[at] ?? 0);
    const field = strongestField(postings.fields[at] ?? 0);
    const type = alternative.type === 'related' ? 'related' : term.type === 'spelling' ? 'spelling' : 'word';
    return {
      worth,
      reason: { type, asked: term.asked, found: foundText(data, term, alternative.term, article), field },
    };
  }
  return null;
}

/** What the article says for a term: of a concept the phrase that it uses. */
function foundText(data: SearchData, term: QuestionTerm, number: number, article: number): string {
  if (term.type !== 'concept') return stringAt(data.writings, number);
  const holds = (part: number): boolean => findPosting(data.postings, part, article) >= 0;
  const phrases = data.concepts.phrases.get(number) ?? [];
  return phrases.find(({ parts }) => parts.every(holds))?.text ?? term.asked;
}

/** The first of a posting's fields: `searchFields` stands in the order in which a reader looks. */
function strongestField(fields: number): SearchField {
  return searchFields.find((_, field) => (fields & (1 << field)) !== 0) ?? 'body';
}

/** A compound and its pieces explain the same word: one reason for each asked word. */
function distinct(reasons: Reason[]): Reason[] {
  const asked = new Set<string>();
  return reasons.filter((reason) => {
    const key = reason.asked.toLowerCase();
    return !asked.has(key) && asked.add(key);
  });
}
