import type { Button, HomeView, KnownBlock } from '@slack/types';
import { button, buttonRow, contextBlock, mrkdwnSection, present, titleBlock } from './card-blocks.js';
import { type Health, healthBlocks } from './home-health.js';
import { type Week, weekCodes, weekUnanswered } from './home-week.js';
import { exampleItems, threadAdvice } from './how-to-ask.js';
import { budget } from './limits.js';
import { mrkdwn } from './mrkdwn.js';
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
  /** What this person asked, newest first. */
  recent: readonly RecentLookup[];
  /** What the workspace asked; null while that cannot be known. */
  week: Week | null;
  health: Health;
}

/**
 * The Home tab: what can be asked and how, a search, common codes, what the workspace and this very person asked, what
 * nobody could answer, and how the bot is.
 */
export function homeView(texts: Texts, options: HomeOptions): HomeView {
  const { command, bot, recent, week, health } = options;
  const { home, buttons } = texts;
  return {
    type: 'home',
    blocks: present([
      titleBlock(home.title),
      mrkdwnSection(home.about),
      richText(exampleItems(texts, command, shownExamples)),
      mrkdwnSection(mrkdwn`${threadAdvice(texts, bot)} ${home.alone}`),
      buttonRow([
        button(buttons.search, 'search-again', { question: '' }),
        health.store === 'none' ? null : button(texts.settings.title, 'settings', { question: '' }),
      ]),
      titleBlock(home.commonCodes),
      buttonRow(commonCodes.map((code, nth) => button(code, 'ask', { question: code }, nth))),
      ...(week === null ? [] : weekCodes(texts, week)),
      ...recentBlocks(texts, recent),
      ...(week === null ? [] : weekUnanswered(texts, week)),
      ...healthBlocks(texts, health),
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
