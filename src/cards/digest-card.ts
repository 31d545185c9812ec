import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { type UnansweredLine, unansweredLines } from './home-week.js';
import { escapeMrkdwn, mrkdwn } from './mrkdwn.js';
import { safeLine } from './safe-text.js';
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

export interface Digest {
  /** First and last day, as ISO dates. */
  from: string;
  to: string;
  /** How much was asked in all. */
  lookups: number;
  /** What was asked in channels and has no answer, the one asked on most occasions first. */
  unanswered: readonly UnansweredLine[];
}

const mostQuestions = 10;

/** What a week's questions lacked, for those who write articles; says so when nothing was lacking. */
export function digestCard(texts: Texts, { from, to, lookups, unanswered }: Digest): Card {
  const { digest } = texts;
  const shown = unanswered.slice(0, mostQuestions);
  const more = unanswered.length - shown.length;
  const title = digest.title(from, to);
  const counts = digest.counts(lookups, unanswered.length);
  return {
    text: notification([title, counts, ...shown.map(({ question }) => safeLine(question))].join('\n')),
    blocks: present([
      mrkdwnSection(mrkdwn`*${escapeMrkdwn(title)}*`),
      contextBlock([{ plain: counts }]),
      ...unansweredLines(texts, shown),
      contextBlock([{ plain: more > 0 ? digest.more(more) : '' }, { plain: shown.length === 0 ? '' : digest.about }]),
    ]),
  };
}
