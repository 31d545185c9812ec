import type { KnownBlock } from '@slack/types';
import { button, buttonRow, contextBlock, titleBlock } from './card-blocks.js';
import { budget } from './limits.js';
import { isVisible, safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';

/** What a workspace asked in the last seven days. */
export interface Week {
  /** The codes looked up most, and how often each was. */
  codes: readonly { code: string; lookups: number }[];
  /** Questions without an answer, the one asked on most occasions first. */
  unanswered: readonly UnansweredLine[];
}

export interface UnansweredLine {
  question: string;
  /** The codes in it: they stay readable when it is long. */
  codes: readonly string[];
  occasions: number;
}

const mostCodes = 10;
const mostUnanswered = 5;

/** The codes that a workspace looks up most: a press opens the article. */
export function weekCodes({ home }: Texts, { codes }: Week): (KnownBlock | null)[] {
  const shown = codes.filter(({ code }) => isVisible(code)).slice(0, mostCodes);
  const buttons = shown.map(({ code, lookups }, nth) =>
    button(home.codeTimes(shorten(safeLine(code), budget.recentLabel), lookups), 'ask', { question: code }, nth),
  );
  return [
    titleBlock(home.week),
    buttonRow(buttons),
    buttons.length > 0 ? null : contextBlock([{ plain: home.weekEmpty }]),
  ];
}

/** What nobody could answer, for those who write articles: a press asks it again. */
export function weekUnanswered(texts: Texts, { unanswered }: Week): (KnownBlock | null)[] {
  const { home } = texts;
  const lines = unansweredLines(texts, unanswered.slice(0, mostUnanswered));
  const about = lines.length === 0 ? home.unansweredEmpty : home.unansweredAbout;
  return [titleBlock(home.unanswered), ...lines, contextBlock([{ plain: about }])];
}

/** Each question with how often it was asked, and a button that looks it up again. */
export function unansweredLines({ home, buttons }: Texts, unanswered: readonly UnansweredLine[]): KnownBlock[] {
  const visible = unanswered.filter(({ question }) => isVisible(safeLine(question)));
  return visible.map(({ question, codes, occasions }) => ({
    type: 'section',
    text: {
      type: 'plain_text',
      text: `${shortQuestion(safeLine(question), budget.unanswered, codes.map(safeLine))}\n${home.occasions(occasions)}`,
      emoji: false,
    },
    accessory: button(buttons.lookUpAgain, 'search-again', { question }),
  }));
}
