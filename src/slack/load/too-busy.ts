import { noticeCard } from '../../cards/notice-card.js';
import type { Texts } from '../../cards/texts/texts.js';
import type { Card } from '../../cards/types.js';

/** What there is too much of: requests that wait to be worked on, or messages that wait to be posted to a channel. */
export type BusyReason = 'requests' | 'channel';

/** More is asked than can be answered in time; the person is told when to ask again. */
export class TooBusy extends Error {
  readonly code = 'too-busy';

  readonly reason: BusyReason;
  readonly seconds: number;

  /** @param seconds after which it is worth another try */
  constructor(reason: BusyReason, seconds: number) {
    super(`too many ${reason === 'requests' ? 'requests' : 'messages for one channel'} wait`);
    this.name = 'TooBusy';
    this.reason = reason;
    this.seconds = seconds;
  }
}

/** What the person reads. */
export function busyCard({ notices }: Texts, { reason, seconds }: Pick<TooBusy, 'reason' | 'seconds'>): Card {
  return noticeCard(reason === 'channel' ? notices.busyChannel(seconds) : notices.busy(seconds));
}
