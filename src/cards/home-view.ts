import type { Button, HomeView, KnownBlock } from '@slack/types';
import { button, buttonRow, contextBlock, mrkdwnSection, present, titleBlock } from './card-blocks.js';
import { exampleItems, threadAdvice } from './how-to-ask.js';
import { budget } from './limits.js';
import { escapeMrkdwn, type Mrkdwn, mrkdwn, mrkdwnMoment } from './mrkdwn.js';
import { richText } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';

/** What people meet most often, each a press away. */
const commonCodes = ['401.5', '403.14', '404', '500.19', '503'];
const shownExamples = 3;
/** Slack takes 25 buttons in a row; more than ten nobody reads. */
const mostRecent = 10;

/** A question that was asked before. */
export interface RecentLookup {
  question: string;
  /** The codes in it, in normal form: they stay readable on its button when it is long. */
  codes: readonly string[];
}

export interface HomeOptions {
  /** The slash command, `/kb`. */
  command: string;
  /** The bot's own user id, where it is known. */
  bot: string | undefined;
  /** How many articles there are. */
  articles: number;
  /** When they were last read, where that is known. */
  refreshed: Date | null;
  /** What this person asked, newest first. */
  recent: readonly RecentLookup[];
}

/** The Home tab: what can be asked and how, a search, common codes, and what this very person asked before. */
export function homeView(texts: Texts, options: HomeOptions): HomeView {
  const { command, bot, articles, refreshed } = options;
  const { home, buttons } = texts;
  return {
    type: 'home',
    blocks: present([
      titleBlock(home.title),
      mrkdwnSection(home.about),
      richText(exampleItems(texts, command, shownExamples)),
      mrkdwnSection(mrkdwn`${threadAdvice(texts, bot)} ${home.alone}`),
      buttonRow([button(buttons.search, 'search-again', { question: '' })]),
      titleBlock(home.commonCodes),
      buttonRow(commonCodes.map((code, nth) => button(code, 'ask', { question: code }, nth))),
      ...recentBlocks(texts, options.recent),
      contextBlock([{ mrkdwn: knowledge(texts, articles, refreshed) }]),
    ]),
  };
}

function recentBlocks({ home }: Texts, recent: readonly RecentLookup[]): (KnownBlock | null)[] {
  const row = buttonRow(recent.slice(0, mostRecent).map(recentButton));
  return [titleBlock(home.recent), row, contextBlock([{ plain: row === null ? home.recentEmpty : home.recentPress }])];
}

/** The number tells it from the button Search, which has the same verb. */
function recentButton({ question, codes }: RecentLookup, index: number): Button | null {
  const label = shortQuestion(safeLine(question), budget.recentLabel, codes.map(safeLine));
  return isVisible(label) ? button(label, 'search-again', { question }, index + 1) : null;
}

function knowledge({ home }: Texts, articles: number, refreshed: Date | null): Mrkdwn {
  const count = escapeMrkdwn(home.articles(articles));
  if (refreshed === null) return home.answersFrom(count);
  return home.answersFromRead(count, mrkdwnMoment(refreshed, home.moment));
}
