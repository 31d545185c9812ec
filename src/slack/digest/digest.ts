import { digestCard } from '../../cards/digest-card.js';
import { type Texts, textsIn } from '../../cards/texts/texts.js';
import type { Logger } from '../../log.js';
import type { Lookup } from '../../lookup/types.js';
import type { DeliveryClaims, Insights, SettingsDoor, Span } from '../../store/types.js';
import type { Posts } from '../load/posts.js';
import { postCard } from '../reply.js';
import type { KnownSettings } from '../settings/known-settings.js';
import type { DigestPlace } from './digest-places.js';
import { stillUnanswered } from './week.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** The first Monday after the start of the epoch, a Thursday. */
const firstMondayMs = 4 * dayMs;
/** A week is told of on the Monday after it, from this hour of UTC on. */
const sentFromMs = 7 * hourMs;
/** Whoever takes a digest on has so long; then another one tries, as after a crash or a refusal. */
const leaseMs = hourMs;
/** By then the week is no longer the last one. */
const rememberedMs = 3 * weekMs;
/** More than the card lists, so that it can say how many there are. */
const mostQuestions = 100;

interface DigestOptions extends DigestPlace {
  insights: Insights;
  claims: DeliveryClaims;
  lookup: Lookup;
  posts: Posts;
  texts: Texts;
}

/** The last week that is to be told of: Monday to Sunday in UTC. */
export function lastWeek(now: number): Span {
  const weeks = Math.floor((now - sentFromMs - firstMondayMs) / weekMs);
  const until = firstMondayMs + weeks * weekMs;
  return { since: until - weekMs, until };
}

/**
 * Posts last week's questions without an answer, unless that was done already, by whatever process. A week in which nobody
 * asked anything is passed over in silence.
 * @throws StoreError, and what Slack has against the message; then it is tried again an hour later at the earliest
 */
async function sendDigest(options: DigestOptions, now: number): Promise<'sent' | 'silent' | 'taken'> {
  const { insights, claims, lookup, client, posts, team, channel, texts } = options;
  const week = lastWeek(now);
  const from = isoDay(week.since);
  const key = `digest ${team} ${from}`;
  if (!(await claims.claim(key, leaseMs))) return 'taken';
  const { lookups, unanswered } = await insights.read(team, week, mostQuestions);
  if (lookups > 0) {
    const open = await stillUnanswered(lookup, unanswered);
    const digest = { from, to: isoDay(week.until - dayMs), lookups, unanswered: open };
    await postCard({ client, team, posts }, { channel }, digestCard(texts, digest));
  }
  await claims.keep(key, rememberedMs);
  return lookups > 0 ? 'sent' : 'silent';
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** How often is looked whether a digest is due. */
const lookMs = 10 * 60 * 1000;

/**
 * Sends each week's digests as soon as they are due, from now on; what was missed is sent late.
 * @returns what ends that
 */
export function sendDigests({
  places,
  onChange,
  known,
  log,
  ...options
}: Pick<DigestOptions, 'insights' | 'claims' | 'lookup' | 'posts'> & {
  places: () => Promise<DigestPlace[]>;
  /** Tells of changed settings, so that who has set a channel need not wait to see a digest in it. */
  onChange: SettingsDoor['onChange'];
  known: KnownSettings;
  log: Logger;
}): () => Promise<void> {
  let isEnding = false;
  const sendTo = async ({ team, channel, client }: DigestPlace) => {
    try {
      const { language } = await known.in({ team, channel });
      const sent = await sendDigest({ ...options, team, channel, client, texts: textsIn(language) }, Date.now());
      if (sent === 'sent') log.info({ team }, 'the weekly digest was posted');
    } catch (error) {
      log.error(
        { err: error, team, channel },
        'the weekly digest was not posted. Is the bot a member of its channel? Tried again later',
      );
    }
  };
  const look = async () => {
    try {
      for (const place of await places()) {
        await sendTo(place);
        if (isEnding) return; // the others are sent by the next process
      }
    } catch (error) {
      log.error({ err: error }, 'where weekly digests go cannot be read. Tried again later');
    }
  };
  let looking = look();
  const lookAgain = () => {
    looking = looking.then(look);
  };
  const timer = setInterval(lookAgain, lookMs).unref();
  const endListening = onChange(lookAgain);
  return async () => {
    clearInterval(timer);
    endListening();
    isEnding = true;
    await looking;
  };
}
