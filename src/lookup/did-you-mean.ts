import { findCodes } from '../codes/find-codes.js';
import type { SearchIndex } from '../search/types.js';
import { hasArticle, nearbyCodes } from './nearby-codes.js';
import { thresholds } from './outcome.js';
import type { Match, Question } from './types.js';

const mostSuggestions = 3;
/** A longer question is not typed again. */
const longestRepeated = 120;

/** Questions worth trying instead: the spelling repaired, codes nearby that have articles, titles that came close. */
export function didYouMean(index: SearchIndex, question: Question, matches: readonly Match[]): string[] {
  const suggestions = [
    ...correctedQuestion(question).filter((text) => isAnswered(index, text)),
    ...codesNearby(index, question),
    ...matches.slice(0, mostSuggestions).map(({ title }) => title),
  ];
  const asked = question.text.toLowerCase();
  return [...new Set(suggestions)].filter((text) => text.toLowerCase() !== asked).slice(0, mostSuggestions);
}

/** A suggestion that leads to no good match again is worse than none. */
function isAnswered(index: SearchIndex, text: string): boolean {
  const { relatedness } = index.search({ text, codes: findCodes(text), filters: {}, limit: 1 });
  return relatedness >= thresholds.relatedness;
}

function correctedQuestion(question: Question): string[] {
  if (question.corrections.length === 0 || question.text.length > longestRepeated) return [];
  let text = question.text;
  for (const { from, to } of question.corrections) text = replaceWord(text, from, to);
  return [text];
}

/** The text with the first place where a word stands by itself, in any case, filled by another one. */
function replaceWord(text: string, from: string, to: string): string {
  const literally = from.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return text.replace(new RegExp(String.raw`(?<![\p{L}\p{N}_])${literally}(?![\p{L}\p{N}_])`, 'iu'), () => to);
}

function codesNearby(index: SearchIndex, question: Question): string[] {
  const [code] = question.codes;
  if (code === undefined || code.kind === 'kb' || hasArticle(index, code)) return [];
  return nearbyCodes(index, code, mostSuggestions);
}
