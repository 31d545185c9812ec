import type { Button, KnownBlock } from '@slack/types';
import type { Answer } from '../lookup/types.js';
import { titleOf } from './article-facts.js';
import { button, buttonRow, contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { explainedCodes, meaningPiece, otherReadings } from './code-meaning.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { matchBlocks } from './matches-card.js';
import { richText } from './pieces.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { belongingOf, shortQuestion, stateQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Belonging, Card, CardState } from './types.js';

const mostSuggestions = 3;
const mostTitles = 3;

/**
 * The honest answer when nothing matched well enough: what was understood (a known code has a meaning even without
 * an article), what else to ask, the closest titles, and the next steps.
 * @param options where the question belongs, when the card is not there
 */
export function noMatchCard(texts: Texts, answer: Answer, options: Belonging = {}): Card {
  const question = stateQuestion(answer.question);
  const belonging = belongingOf(options);
  const state = { question, ...belonging };
  const asked = safeLine(shortQuestion(question, budget.question));
  const codes = explainedCodes(answer.question.codes).shown;
  const closest = answer.matches.slice(0, mostTitles);
  return {
    text: notification(`${texts.answer.noMatchFor(asked)}. ${codeWords(codes)}`.trim()),
    blocks: present([
      mrkdwnSection(texts.answer.noMatch),
      contextBlock([{ plain: asked === '' ? '' : texts.answer.asked(asked) }, { plain: lookedAmong(texts, answer) }]),
      codes.length === 0 ? null : richText(codes.map((code) => meaningPiece(texts, code))),
      contextBlock(codes.map((code) => ({ plain: otherReadings(texts, code) ?? '' }))),
      ...suggestions(texts, newQuestions(answer), belonging),
      ...closestBlocks(texts, closest, state),
      buttonRow([
        button(texts.buttons.searchAgain, 'search-again', state),
        button(texts.buttons.askPerson, 'ask-person', state),
      ]),
    ]),
  };
}

/** The filters, which the question or the settings of the place may have. */
function lookedAmong({ answer: words }: Texts, { question }: Answer): string {
  const { product, version } = question.filters;
  const what = safeLine([product, version].filter((filter) => filter !== undefined).join(', '));
  return what === '' ? '' : words.lookedAmong(shorten(what, budget.question));
}

function codeWords(codes: Answer['question']['codes']): string {
  return codes
    .map(({ code, readings }) =>
      [code, readings[0]?.name, readings[0]?.meaning].filter((part) => part != null).join(' '),
    )
    .join('. ');
}

function suggestions(texts: Texts, questions: string[], belonging: Belonging): (KnownBlock | null)[] {
  const buttons: Button[] = questions
    .slice(0, mostSuggestions)
    .map((question, nth) => button(question, 'show', { question, ...belonging }, nth));
  return buttons.length === 0 ? [] : [mrkdwnSection(texts.answer.didYouMean), buttonRow(buttons)];
}

function closestBlocks(texts: Texts, matches: Answer['matches'], state: CardState): (KnownBlock | null)[] {
  if (matches.length === 0) return [];
  const heading = mrkdwnSection(texts.answer.closest);
  return [heading, ...matches.flatMap((match, rank) => matchBlocks(texts, match, rank, state))];
}

/** The suggested questions that are not just the title of a match: the match is listed itself. */
export function newQuestions({ didYouMean, matches }: Answer): string[] {
  const titles = new Set(matches.map(({ article }) => titleOf(article)));
  return didYouMean.map(safeLine).filter((question) => question !== '' && !titles.has(question));
}
