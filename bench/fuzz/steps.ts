import { answerCard } from '../../src/cards/answer-card.js';
import { articleModal } from '../../src/cards/article.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { newNoteModal } from '../../src/cards/note-form.js';
import { plainText } from '../../src/cards/plain-text.js';
import { searchModal } from '../../src/cards/search-modal.js';
import { stateQuestion } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import { exactCodes } from '../../src/codes/exact-codes.js';
import { findCodes } from '../../src/codes/find-codes.js';
import { createNoteIndex, type NoteIndex } from '../../src/lookup/note-index.js';
import type { Answer, Lookup } from '../../src/lookup/types.js';
import { withoutSecrets } from '../../src/secrets.js';
import { askAgain, secretMark } from '../../src/slack/ask.js';
import { messageText } from '../../src/slack/message-text.js';
import { redact } from '../../src/store/redact.js';
import { trickyQuestion } from './tricky-questions.js';

/** What people can make the bot do with a text of theirs, a step each. */
export const steps = {
  read: 'take the text out of a message, its blocks, attachments and files',
  exact: 'look for codes in a message of a watched channel',
  ask: 'take out secrets, look up, look into the notes',
  cards: 'make every card and window of the answer',
  write: 'redact for the store',
  type: 'suggest articles while it is typed',
  note: 'save it as a note',
} as const;
export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as Step[];

/** What one question took, in milliseconds. */
export interface Took {
  steps: Record<Step, number>;
  /** All steps, though no delivery of Slack takes all of them. */
  total: number;
  /** `substatus codes` with the whole text, which the bot never reads. */
  codes: number;
}

/** The longest note that is taken. */
const longestNote = 3_000;

/** What a bot with some notes does with texts. */
export function takeSteps(lookup: Lookup): (typed: string) => Took {
  const notes = createNoteIndex();
  let saved = 0;
  for (; saved < 500; saved += 1) putNote(notes, `n${saved}`, trickyQuestion(1_000_000 + saved), saved);
  const knowing = { lookup, feedback: null, notes: { of: () => notes } };

  return (typed) => {
    const took = {} as Record<Step, number>;
    const timed = <T>(step: Step, work: () => T): T => {
      const { result, ms } = measured(work);
      took[step] = ms;
      return result;
    };
    timed('read', () => messageText(message(typed)));
    const text = messageText({ text: typed });
    timed('exact', () => exactCodes(text));
    const answer = timed('ask', () => askAgain(knowing, 'T1', { question: text }));
    timed('cards', () => allCards(answer));
    timed('write', () => redact(text));
    timed('type', () => lookup.suggest(typed, 20));
    timed('note', () => putNote(notes, 'n0', withoutSecrets(text, secretMark), ++saved));
    const total = stepNames.reduce((sum, step) => sum + took[step], 0);
    return { steps: took, total, codes: measured(() => findCodes(typed)).ms };
  };
}

/** With the milliseconds of the processor or, when those are less, of the clock: it goes on while others have their turn. */
function measured<T>(work: () => T): { result: T; ms: number } {
  const began = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: Math.min((user + system) / 1_000, performance.now() - began) };
}

/** A message that has the text in every place where Slack has one. */
function message(text: string) {
  const written = { type: 'text', text };
  return {
    text,
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [written] }] },
      { type: 'section', text: { type: 'mrkdwn', text }, fields: [{ type: 'mrkdwn', text }] },
    ],
    attachments: [{ text, fallback: text }],
    files: [{ preview: text }],
  };
}

function putNote(notes: NoteIndex, id: string, text: string, at: number): void {
  notes.put({
    ...{ id, article: 'Q288323', author: 'U1', authorName: 'Ana', text: text.slice(0, longestNote) },
    ...{ message: null, created: 0, edited: { by: 'U1', at } },
  });
}

function allCards(answer: Answer): unknown[] {
  const question = stateQuestion(answer.question);
  const [best] = answer.matches;
  return [
    answerCard(english, answer, { private: true }),
    noMatchCard(english, answer),
    matchesCard(english, answer, { from: 0 }),
    plainText(answer, { width: 80, colour: false }),
    searchModal(english, { question }),
    newNoteModal(english, { note: 'n', message: null }, { article: null, text: answer.question.raw }),
    best === undefined ? null : articleModal(english, best.article, { article: best.id, question }, best.notes),
  ];
}
