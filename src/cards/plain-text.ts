import type { Article, Section } from '../article/types.js';
import type { Answer, Match } from '../lookup/types.js';
import { alsoText, sourceText, titleOf } from './article-facts.js';
import { headingOf } from './article-pieces.js';
import { explainedCodes, otherReadings, spokenCode } from './code-meaning.js';
import { coreSections } from './core-sections.js';
import { webAddress } from './mrkdwn.js';
import { newQuestions } from './no-match-card.js';
import { blockLines } from './plain-blocks.js';
import { whyText } from './reasons.js';
import { isVisible, safeLine } from './safe-text.js';
import { type PlainTextOptions, paint, wrap } from './terminal.js';
import { english } from './texts/en/english.js';

const mostOthers = 5;

/** An answer as a card for the terminal, in English as the whole command line: what the code means, cause, steps, source, why, and the other matches. */
export function plainText(answer: Answer, options: PlainTextOptions): string {
  const [best, ...others] = answer.matches;
  const asked = safeLine(answer.question.raw);
  const meanings = meaningLines(answer, options);
  if (best === undefined || answer.outcome === 'none') {
    const heading = english.answer.noMatchFor(asked);
    return page([
      ...wrap(heading, options),
      '',
      ...meanings,
      ...suggestionLines(answer),
      ...listed(answer.matches, options),
    ]);
  }
  const doubt = answer.outcome === 'weak' ? ['Not sure: this is the closest article. Compare the symptoms.', ''] : [];
  const why = whyText(english, best.why);
  const also = alsoText(english, best.also);
  return page([
    ...doubt.flatMap((line) => wrap(line, options)),
    ...articleLines(best.article, options, meanings),
    ...(why === '' ? [] : wrap(english.answer.matched(why), options).map((line) => paint('dim', line, options))),
    ...(also === '' ? [] : wrap(also, options).map((line) => paint('dim', line, options))),
    ...(others.length > 0 ? ['', ...listed(others, options, 'Other matches:')] : []),
    '',
    ...suggestionLines(answer),
  ]);
}

/** An article's card for the terminal. */
export function articlePlainText(article: Article, options: PlainTextOptions): string {
  return page(articleLines(article, options, []));
}

/** Lines as one text, without blank lines at its ends or two in a row. */
function page(lines: string[]): string {
  return lines
    .filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '')
    .join('\n')
    .trimEnd();
}

function articleLines(article: Article, options: PlainTextOptions, meanings: string[]): string[] {
  const { cause, remedy, alternative, substitute } = coreSections(article);
  const title = wrap(titleOf(article), options).map((line) => paint('bold', line, options));
  const source = [sourceText(english, article), ...article.sources.map(webAddress)]
    .flatMap((line) => (line === null ? [] : wrap(line, options)))
    .map((line) => paint('dim', line, options));
  const sections = [...cause, ...remedy, ...alternative, ...substitute].flatMap((section) =>
    sectionLines(section, options),
  );
  return [...title, '', ...meanings, ...sections, ...appliesToLines(article, options), ...source];
}

function sectionLines(section: Section, options: PlainTextOptions): string[] {
  const heading = headingOf(english, section);
  const body = blockLines(section.blocks, options.width - 2).map((line) => (line === '' ? '' : `  ${line}`));
  return [...(heading === '' ? [] : [paint('bold', heading, options)]), ...body, ''];
}

function appliesToLines(article: Article, options: PlainTextOptions): string[] {
  const lines = article.appliesTo.filter(isVisible).map(safeLine);
  if (lines.length === 0) return [];
  return [
    paint('bold', english.article.appliesTo, options),
    ...lines.flatMap((line) => wrap(line, options, '  - ', '    ')),
    '',
  ];
}

function meaningLines(answer: Answer, options: PlainTextOptions): string[] {
  const { shown } = explainedCodes(answer.question.codes);
  const lines = shown.flatMap((code) => {
    const reading = code.readings[0];
    const words = [reading?.name, reading?.meaning].filter((part) => part != null).map(safeLine);
    const others = otherReadings(english, code);
    return [
      ...wrap(`${spokenCode(english, code)}: ${words.join('. ')}`, options),
      ...(others === null ? [] : wrap(others, options).map((line) => paint('dim', line, options))),
    ];
  });
  return lines.length === 0 ? [] : [...lines, ''];
}

function suggestionLines(answer: Answer): string[] {
  const questions = newQuestions(answer);
  return questions.length === 0 ? [] : ['Did you mean:', ...questions.map((question) => `  ${question}`), ''];
}

function listed(matches: Match[], options: PlainTextOptions, heading = 'The closest articles:'): string[] {
  if (matches.length === 0) return [];
  const shown = matches.slice(0, mostOthers);
  const more = matches.length - shown.length;
  return [
    heading,
    ...shown.flatMap(({ article }) => wrap(`${article.id}  ${titleOf(article)}`, options, '  ', '           ')),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
