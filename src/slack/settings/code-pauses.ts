import type { Answer } from '../../lookup/types.js';
import type { Claim } from '../../store/types.js';
import type { Here } from './here.js';

/** A code that the bot has answered in a thread is not answered there again unless somebody asks. */
const threadMemoryMs = 30 * 24 * 60 * 60 * 1000;
const minuteMs = 60_000;

/** The thread that an answer is in, or would be in. */
export interface CodePlace {
  team: string | undefined;
  channel?: string | undefined;
  thread?: string | undefined;
}

/** The codes of the question that the best match has: those that its card answers. */
export function answeredCodes({
  outcome,
  matches,
  question,
}: Pick<Answer, 'outcome' | 'matches' | 'question'>): string[] {
  if (outcome !== 'answer') return [];
  const reasons = (matches[0]?.why ?? []).flatMap((reason) => (reason.type === 'code' ? [reason.asked] : []));
  return question.codes
    .filter(({ code, text }) => reasons.includes(code) || reasons.includes(text))
    .map(({ code }) => code);
}

/** True for the first, among all replicas, who wants to answer these codes unasked while no pause forbids it. */
export function mayAnswerUnasked({ deliveries, settings }: Here, place: CodePlace, codes: string[]): Promise<boolean> {
  const { team, channel, thread } = place;
  const pause = { key: `pause ${team} ${channel} ${thread}`, milliseconds: settings.threadPause * minuteMs };
  return deliveries.takeOnAll([pause, ...codes.flatMap((code) => codeClaims(settings, place, code))]);
}

/** After an answer that everybody reads, somebody having asked for it: the same is not said again unasked. */
export function noteAnswered({ deliveries, settings }: Here, place: CodePlace, answer: Answer): void {
  if (settings.codes !== 'exact' || settings.answers === 'private') return;
  for (const code of answeredCodes(answer)) {
    for (const { key, milliseconds } of codeClaims(settings, place, code)) void deliveries.takeOn(key, milliseconds);
  }
}

function codeClaims({ codePause }: Here['settings'], { team, channel, thread }: CodePlace, code: string): Claim[] {
  const inThread = { key: `code ${team} ${channel} ${thread} ${code}`, milliseconds: threadMemoryMs };
  return [
    { key: `code ${team} ${channel} ${code}`, milliseconds: codePause * minuteMs },
    ...(thread === undefined ? [] : [inThread]),
  ];
}
