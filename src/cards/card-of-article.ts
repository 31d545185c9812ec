import type { Button, KnownBlock } from '@slack/types';
import type { Article } from '../article/types.js';
import type { FoundCode } from '../codes/types.js';
import type { AlsoFor } from '../lookup/types.js';
import { alsoText, saysWhatItAppliesTo, sourceLinks, sourceText, titleOf } from './article-facts.js';
import {
  button,
  buttonRow,
  contextBlock,
  feedbackButtons,
  mrkdwnSection,
  present,
  type SmallPrint,
  titleBlock,
} from './card-blocks.js';
import { explainedCodes, meaningPiece, otherReadings } from './code-meaning.js';
import { coreBlocks, symptomsExcerpt } from './core-blocks.js';
import { sectionsOf } from './core-sections.js';
import { articleWords, notification } from './fallback-text.js';
import { budget } from './limits.js';
import { mrkdwn, userMention } from './mrkdwn.js';
import { richText } from './pieces.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Card, CardState } from './types.js';

/** What a card of one article is made of. */
export interface CardContent {
  article: Article;
  state: CardState;
  codes: FoundCode[];
  unsure: boolean;
  also: AlsoFor[];
  why: string;
  /** How many other matches there are. */
  others: number;
  private: boolean;
  sharedBy: string | null;
}

/** One article as a card: what the code means, cause, resolution, source, why it matched, and buttons. */
export function cardOf(content: CardContent): Card {
  const { article, unsure } = content;
  const warning = mrkdwn`*Not sure.* This is the closest article. Compare the symptoms before you act on it.`;
  return {
    text: notification(`${unsure ? 'Not sure: the closest article is ' : ''}${articleWords(article)}`),
    blocks: present([
      unsure ? mrkdwnSection(warning) : null,
      titleBlock(titleOf(article)),
      ...meaning(content.codes),
      ...(unsure ? symptomsExcerpt(article) : []),
      ...coreBlocks(article),
      contextBlock([{ plain: shorten(sourceText(article), budget.contextLine) }, ...links(article)]),
      contextBlock(askedAndWhy(content)),
      buttonRow(readingButtons(content)),
      buttonRow([
        ...feedbackButtons(content.state),
        content.private ? button('Share to channel', 'share', content.state) : null,
      ]),
    ]),
  };
}

function meaning(codes: FoundCode[]): KnownBlock[] {
  const { shown, more } = explainedCodes(codes);
  if (shown.length === 0) return [];
  const others: SmallPrint[] = shown.map((code) => ({ plain: otherReadings(code) ?? '' }));
  const unlisted = more > 0 ? `${more} more ${more === 1 ? 'code' : 'codes'} in the question` : '';
  return present([richText(shown.map(meaningPiece)), contextBlock([...others, { plain: unlisted }])]);
}

function links(article: Article): SmallPrint[] {
  return sourceLinks(article).map((link) => ({ mrkdwn: link }));
}

function askedAndWhy({ state, also, why, sharedBy }: CardContent): SmallPrint[] {
  const question = safeLine(shortQuestion(state.question, budget.question));
  const sharer = sharedBy === null ? null : userMention(sharedBy);
  return [
    ...(sharer === null ? [] : [{ mrkdwn: mrkdwn`Shared by ${sharer}` }]),
    { plain: question === '' ? '' : `Asked: ${question}` },
    { plain: why === '' ? '' : shorten(`Matched: ${why}`, budget.contextLine) },
    { plain: alsoText(also) },
  ];
}

function readingButtons({ article, state, others }: CardContent): (Button | null)[] {
  const hasMore = sectionsOf(article, 'more-information').length > 0;
  const firstOther = (state.rank ?? 0) === 0 ? 1 : 0;
  return [
    button('Full article', 'full', state),
    hasMore ? button('More information', 'more', state) : null,
    saysWhatItAppliesTo(article) ? button('Applies to', 'applies', state) : null,
    others > 0 ? button(`Other matches (${others})`, 'others', { ...state, rank: firstOther }) : null,
  ];
}
