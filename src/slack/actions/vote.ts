import { noticeCard } from '../../cards/notice-card.js';
import { belongingOf } from '../../cards/state.js';
import type { Verdict } from '../../store/types.js';
import { replacePressed } from '../reply.js';
import type { Services } from '../services.js';
import { within } from '../within.js';
import { cardAgain } from './card-again.js';
import { type Click, tellPrivately } from './click.js';

/** Longer than a store takes that is there, and as long as somebody looks at a button. */
const patienceMs = 5_000;

/** What became of a vote. `before` is what the same person said of the same answer; `none` is without a store. */
export type KeptVote = { kept: 'yes'; before: Verdict | null } | { kept: 'no' | 'none'; before: null };

/** Has a vote written down, durably, before anything of it is shown. Never throws. */
export async function keepVote({ feedback, log }: Services, click: Click, verdict: Verdict): Promise<KeptVote> {
  const { article, question, sharedToChannel } = click.state;
  log.info({ feedback: verdict, article, user: click.user }, 'feedback');
  if (feedback === null || article === undefined) return { kept: 'none', before: null };
  const thread = sharedToChannel === true ? null : (click.place?.threadTs ?? null);
  const answer = { channel: click.place?.channel ?? null, thread, question };
  const vote = { team: click.team ?? '', article, answer, person: click.user, verdict, at: Date.now() };
  try {
    return { kept: 'yes', before: await within(patienceMs, feedback.vote(vote)) };
  } catch (error) {
    log.error({ err: error }, 'a vote could not be kept');
    return { kept: 'no', before: null };
  }
}

/** After what the press brings: the card that was pressed says what counts now, or the person that nothing does. */
export async function showVote(services: Services, click: Click, { kept }: KeptVote): Promise<void> {
  if (kept === 'no') return tellPrivately(click, noticeCard(click.texts.feedback.notKept));
  if (kept === 'none' || click.place === null || click.state.page !== undefined) return;
  // In a thread the replacement of a private message would land in the channel.
  if (click.isPrivate && click.privateThread !== undefined) return;
  const { thread, sharedToChannel, sharedBy } = click.state;
  const card = cardAgain(services, click, {
    private: click.isPrivate,
    ...belongingOf({ sharedToChannel, thread: click.isPrivate ? thread : undefined }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
  });
  if (card === null) return;
  // The vote counts, whatever Slack says to this.
  await replacePressed(click.respond, card, click.settings.unfurl).catch((error) => {
    services.log.warn({ err: error }, 'a card could not be brought up to date');
  });
}
