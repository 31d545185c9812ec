import type { Button, KnownBlock } from '@slack/types';
import type { Article } from '../article/types.js';
import type { FoundCode } from '../codes/types.js';
import type { AlsoFor, ArticleNote } from '../lookup/types.js';
import { alsoText, saysWhatItAppliesTo, sourceLinks, sourceText, titleOf } from './article-facts.js';
import {
  button,
  buttonRow,
  contextBlock,
  feedbackButtons,
  mrkdwnSection,
  noteButtons,
  present,
  type SmallPrint,
  titleBlock,
} from './card-blocks.js';
import { explainedCodes, meaningPiece, otherReadings } from './code-meaning.js';
import { coreBlocks, symptomsExcerpt } from './core-blocks.js';
import { sectionsOf } from './core-sections.js';
import { articleWords, notification } from './fallback-text.js';
import { budget } from './limits.js';
import { userMention } from './mrkdwn.js';
import { noteBlocks } from './note-pieces.js';
import { richText } from './pieces.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

/** What a card of one article is made of. */
export interface CardContent {
  article: Article;
  state: CardState;
  codes: FoundCode[];
  unsure: boolean;
  also: AlsoFor[];
  why: string;
  /** What the team says of it; empty for nothing. */
  experience: string;
  /** How many other matches there are. */
  others: number;
  /** The team's notes about the article, newest first; null where none are kept. */
  notes: readonly ArticleNote[] | null;
  private: boolean;
  sharedBy: string | null;
}

/** One article as a card: what the code means, cause, resolution, source, why it matched, and buttons. */
export function cardOf(texts: Texts, content: CardContent): Card {
  const { article, unsure } = content;
  const words = articleWords(texts, article);
  return {
    text: notification(unsure ? texts.answer.notSureOf(words) : words),
    blocks: present([
      unsure ? mrkdwnSection(texts.answer.notSure) : null,
      titleBlock(titleOf(article)),
      ...meaning(texts, content.codes),
      ...(unsure ? symptomsExcerpt(texts, article) : []),
      ...coreBlocks(texts, article),
      ...noteBlocks(texts, content.notes),
      contextBlock([{ plain: content.experience }]),
      contextBlock([{ plain: shorten(sourceText(texts, article), budget.contextLine) }, ...links(article)]),
      contextBlock(askedAndWhy(texts, content)),
      buttonRow(readingButtons(texts, content)),
      buttonRow([
        ...feedbackButtons(texts, content.state),
        content.private ? button(texts.buttons.share, 'share', content.state) : null,
      ]),
    ]),
  };
}

function meaning(texts: Texts, codes: FoundCode[]): KnownBlock[] {
  const { shown, more } = explainedCodes(codes);
  if (shown.length === 0) return [];
  const others: SmallPrint[] = shown.map((code) => ({ plain: otherReadings(texts, code) ?? '' }));
  const unlisted = more > 0 ? texts.answer.moreCodes(more) : '';
  return present([
    richText(shown.map((code) => meaningPiece(texts, code))),
    contextBlock([...others, { plain: unlisted }]),
  ]);
}

function links(article: Article): SmallPrint[] {
  return sourceLinks(article).map((link) => ({ mrkdwn: link }));
}

function askedAndWhy(texts: Texts, { state, also, why, sharedBy }: CardContent): SmallPrint[] {
  const question = safeLine(shortQuestion(state.question, budget.question));
  const sharer = sharedBy === null ? null : userMention(sharedBy);
  return [
    ...(sharer === null ? [] : [{ mrkdwn: texts.answer.sharedBy(sharer) }]),
    { plain: question === '' ? '' : texts.answer.asked(question) },
    { plain: why === '' ? '' : shorten(texts.answer.matched(why), budget.contextLine) },
    { plain: alsoText(texts, also) },
  ];
}

function readingButtons(texts: Texts, { article, state, others, notes }: CardContent): (Button | null)[] {
  const { buttons } = texts;
  const hasMore = sectionsOf(article, 'more-information').length > 0;
  const firstOther = (state.rank ?? 0) === 0 ? 1 : 0;
  return [
    button(buttons.fullArticle, 'full', state),
    hasMore ? button(buttons.moreInformation, 'more', state) : null,
    saysWhatItAppliesTo(article) ? button(buttons.appliesTo, 'applies', state) : null,
    others > 0 ? button(buttons.otherMatches(others), 'others', { ...state, rank: firstOther }) : null,
    ...noteButtons(texts, state, notes),
  ];
}
