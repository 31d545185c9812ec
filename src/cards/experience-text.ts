import type { Experience, Match } from '../lookup/types.js';
import { whyText } from './reasons.js';
import type { Texts } from './texts/texts.js';

/** Who reads a card, and when it is made. */
export interface Reader {
  /** In milliseconds since 1970. */
  now: number;
  /** Slack's id of the one person who sees the card; absent when several do. */
  user?: string | undefined;
}

/**
 * What the team says of an article: `Fixed it 7 times, last by a teammate 3 days ago`. Names nobody, but says "you" to the
 * one who reads it. Empty when nobody has said anything.
 */
export function experienceText({ feedback }: Texts, experience: Experience | null, { now, user }: Reader): string {
  if (experience === null) return '';
  const { times, people, notHelped, last } = experience;
  const fixed =
    last === null || times === 0
      ? []
      : [`${feedback.fixed(times, people)}, ${feedback.last(times, last.person === user, now - last.at)}`];
  const not = notHelped === 0 ? [] : [feedback.notHelped(notHelped, fixed.length === 0)];
  return [...fixed, ...not].join('; ');
}

/** Why an article stands where it stands: what matched, and whether it moved up because it fixed it for several people. */
export function placeText(texts: Texts, { why, movedUp, experience }: Match): string {
  const moved = movedUp && experience !== null ? texts.feedback.movedUp(experience.people) : '';
  return [whyText(texts, why), moved].filter((text) => text !== '').join('; ');
}
