import { stateQuestion } from '../cards/state.js';
import type { CardState } from '../cards/types.js';
import type { Answer, ExperienceOf } from '../lookup/types.js';
import { withoutSecrets } from '../secrets.js';
import type { Surface } from '../store/types.js';
import type { KeptNotes } from './notes/kept-notes.js';
import type { Services } from './services.js';

/** How many matches a person can page through; every card of one question counts the same. */
const pagedMatches = 20;
/** How many codes of a long question its button on the Home tab has room for. */
const labelledCodes = 3;

/** What the people of a workspace say of an article; nothing without a store. */
export function experienceIn({ feedback }: Pick<Services, 'feedback'>, team: string | undefined): ExperienceOf {
  return (article) => feedback?.tally(team ?? '', article) ?? null;
}

/** Stands in the place of a secret. Has no letters, so that it is no word to look for. */
export const secretMark = '•••';

/** What an answer is made from. */
export interface Knowing extends Pick<Services, 'lookup' | 'feedback'> {
  notes: Pick<KeptNotes, 'of'> | null;
}

/**
 * Asks as every listener does, so that a button's rank means the same wherever it is pressed. Passwords and tokens in a
 * pasted text go no further: cards and buttons repeat the question, some of them before a whole channel.
 */
function ask(services: Knowing, team: string | undefined, question: string): Answer {
  const notes = services.notes?.of(team) ?? null;
  const experience = experienceIn(services, team);
  return services.lookup.ask(withoutSecrets(question, secretMark), { limit: pagedMatches, experience, notes });
}

/** Asks what a button asks: its card's article keeps the rank that it has there, though votes may have moved it since. */
export function askAgain(services: Knowing, team: string | undefined, { question, article, rank }: CardState): Answer {
  const answer = ask(services, team, question);
  const own = answer.matches.find(({ id }) => id === article);
  if (own === undefined || rank === undefined) return answer;
  return { ...answer, matches: answer.matches.filter((match) => match !== own).toSpliced(rank, 0, own) };
}

/** Where a question came from. */
export interface Asked {
  surface: Surface;
  team: string | undefined;
  /** Who asks: only for their own Home tab, and never written down. */
  user: string | undefined;
  channel?: string | undefined;
  /** Time stamp of the first message of the thread, when it was asked in one. */
  thread?: string | undefined;
  /** Time stamp of the message that asks. */
  message?: string | undefined;
}

/**
 * Asks, has the question written down, and keeps it for the person's Home tab. What a button asks again is not written
 * down again.
 */
export function askAndRecord(services: Services, question: string, asked: Asked): Answer {
  const { answer, record } = lookUp(services, question, asked);
  record();
  return answer;
}

/** As `askAndRecord`, for those who know only later whether it is theirs to answer: nothing is kept until they record it. */
export function lookUp(services: Services, question: string, asked: Asked): { answer: Answer; record(): void } {
  const { lookups, recent, observer } = services;
  const began = performance.now();
  const done = observer.lookup();
  const answer = ask(services, asked.team, question);
  const milliseconds = performance.now() - began;
  done(asked.surface, answer.outcome);
  const record = () => {
    const codes = answer.question.codes.map(({ code }) => code);
    recent.add(asked, { question: stateQuestion(answer.question), codes: codes.slice(0, labelledCodes) });
    lookups?.record({
      at: Date.now(),
      team: asked.team ?? null,
      channel: asked.channel ?? null,
      thread: asked.thread ?? null,
      message: asked.message ?? null,
      surface: asked.surface,
      question,
      codes,
      outcome: answer.outcome,
      article: answer.outcome === 'none' ? null : (answer.matches[0]?.id ?? null),
      milliseconds,
    });
  };
  return { answer, record };
}
