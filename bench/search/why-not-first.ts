import type { Article } from '../../src/article/types.js';
import type { Lookup, Match } from '../../src/lookup/types.js';
import { analyze } from '../../src/search/analyzer.js';
import { articleFields } from '../../src/search/article-fields.js';
import { isIdleWord } from '../../src/search/question-noise.js';
import type { EvalQuestion } from '../question-sets.js';

/** How far down the right article is looked for. */
const depth = 500;

/** Lines that say why another article is first, or why there is one at all where nothing answers. */
export function whyNotFirst(lookup: Lookup, question: EvalQuestion): string {
  const { matches, outcome } = lookup.ask(question.query, { limit: depth });
  const first = matches[0];
  const place = matches.findIndex(({ article }) => question.right.includes(article.id));
  const right = matches[place];
  const rightId = right?.article.id ?? question.right[0];
  const article = rightId === undefined ? null : lookup.article(rightId);
  const rank = right === undefined ? `not among the first ${depth}` : `rank ${place + 1}`;
  const lines = [
    `${question.set}/${question.kind}, ${article === null ? 'nothing answers it' : rank}, ${outcome}: ${question.query}`,
    first === undefined ? 'nothing matched' : `first ${matchLine(first)}`,
  ];
  if (right !== undefined) lines.push(`right ${matchLine(right)}`);
  else if (article !== null) lines.push(`right ${article.id} "${article.title}"`);
  if (article !== null)
    lines.push(`${article.id} lacks: ${lackedWords(question.query, article).join(', ') || 'no word'}`);
  return lines.join('\n  ');
}

function matchLine({ article, score, confidence, why }: Match): string {
  const reasons = why.map((reason) =>
    'field' in reason
      ? `${reason.type} ${reason.asked === reason.found ? '' : `${reason.asked} as `}${reason.found} in ${reason.field}`
      : `${reason.type} ${reason.found}`,
  );
  return `${article.id} "${article.title}", score ${score.toFixed(2)}, confidence ${confidence.toFixed(2)}: ${reasons.join('; ')}`;
}

/** The words of a question that an article has nowhere, in any inflection; those that say nothing are left out. */
function lackedWords(query: string, article: Article): string[] {
  const has = new Set(analyze(Object.values(articleFields(article)).join('\n')).flatMap(({ parts }) => parts));
  const lacked = analyze(query).filter(({ text, parts }) => !isIdleWord(text) && !parts.some((part) => has.has(part)));
  return [...new Set(lacked.map(({ text }) => text))];
}
