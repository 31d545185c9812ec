import type { Button, HomeView, KnownBlock } from '@slack/types';
import { button, buttonRow, contextBlock, mrkdwnSection, present, titleBlock } from './card-blocks.js';
import { exampleItems, threadAdvice } from './how-to-ask.js';
import { budget } from './limits.js';
import { escapeMrkdwn, type Mrkdwn, mrkdwn, mrkdwnMoment } from './mrkdwn.js';
import { richText } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { shortQuestion } from './state.js';

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
export function homeView(options: HomeOptions): HomeView {
  const { command, bot, articles, refreshed } = options;
  return {
    type: 'home',
    blocks: present([
      titleBlock('Substatus answers IIS errors'),
      mrkdwnSection(
        mrkdwn`Ask with an error code, your own words or a line of the log. The answer says what the error means, its cause, how to resolve it, and which article says so. When no article fits, it says that.`,
      ),
      richText(exampleItems(command, shownExamples)),
      mrkdwnSection(mrkdwn`${threadAdvice(bot)} On the tab *Messages* nobody else reads what you ask.`),
      buttonRow([button('Search', 'search-again', { question: '' })]),
      titleBlock('Common codes'),
      buttonRow(commonCodes.map((code, nth) => button(code, 'ask', { question: code }, nth))),
      ...recentBlocks(options.recent),
      contextBlock([{ mrkdwn: knowledge(articles, refreshed) }]),
    ]),
  };
}

function recentBlocks(recent: readonly RecentLookup[]): (KnownBlock | null)[] {
  const row = buttonRow(recent.slice(0, mostRecent).map(recentButton));
  const about = row === null ? 'What you ask comes here' : 'Press one to ask it again';
  return [
    titleBlock('Your recent lookups'),
    row,
    contextBlock([{ plain: `${about}. Nobody else sees this list, and a restart of the bot empties it.` }]),
  ];
}

/** The number tells it from the button Search, which has the same verb. */
function recentButton({ question, codes }: RecentLookup, index: number): Button | null {
  const label = shortQuestion(safeLine(question), budget.recentLabel, codes.map(safeLine));
  return isVisible(label) ? button(label, 'search-again', { question }, index + 1) : null;
}

function knowledge(articles: number, refreshed: Date | null): Mrkdwn {
  const count = escapeMrkdwn(articles === 1 ? '1 article' : `${articles.toLocaleString('en-US')} articles`);
  if (refreshed === null) return mrkdwn`Answers from ${count}.`;
  return mrkdwn`Answers from ${count}, last read ${mrkdwnMoment(refreshed)}.`;
}
