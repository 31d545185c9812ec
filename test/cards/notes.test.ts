import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.js';
import { editNoteModal, newNoteModal, noteForm } from '../../src/cards/note-form.js';
import { notesModal } from '../../src/cards/notes-modal.js';
import { safeText } from '../../src/cards/safe-text.js';
import { packState, unpackState } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import { languages, type Texts, textsIn } from '../../src/cards/texts/texts.js';
import type { ModalView } from '../../src/cards/types.js';
import type { ArticleNote } from '../../src/lookup/types.js';
import { messageProblems, viewProblems } from '../support/block-kit.js';
import { bare, missingTexts, richTextWords } from '../support/card-text.js';
import { goodAnswer } from '../support/example-answers.js';
import { hostileNote, hostileText } from '../support/hostile-articles.js';
import { note } from '../support/notes.js';

const form = { note: '00000000-0000-4000-8000-000000000000', message: { channel: 'C1', ts: '1.2' } };

function cardWith(notes: readonly ArticleNote[] | null, texts: Texts = english) {
  const [good, ...others] = goodAnswer.matches;
  return answerCard(texts, { ...goodAnswer, matches: [{ ...(good ?? expect.fail('no match')), notes }, ...others] });
}

/** The pages of the window of notes as a reader gets them. */
function notePages(notes: ArticleNote[], title: string, mayChange: boolean, texts: Texts): ModalView[] {
  const pages: ModalView[] = [];
  for (let page = 0; ; page += 1) {
    const state = { article: 'Q288323', question: title, page };
    const view = notesModal(texts, { title, notes, state, mayChange: () => mayChange, done: texts.notes.isSaved });
    pages.push(view);
    if (!JSON.stringify(view).includes(`page=${page + 1}`)) return pages;
  }
}

describe.each(languages)('hostile notes in the language %s', (language) => {
  const texts = textsIn(language);

  it('make windows that Slack takes, ping nobody, and none is left out', () => {
    fc.assert(
      fc.property(
        ...[fc.array(hostileNote, { maxLength: 12 }), hostileText, fc.boolean(), fc.boolean()],
        (notes, text, mayChange, isKnown) => {
          const modal = newNoteModal(texts, form, { article: isKnown ? { id: 'Q288323', title: text } : null, text });
          expect(viewProblems(modal)).toEqual([]);
          expect(noteForm(modal.private_metadata ?? '')).toEqual({ ...form, article: null });
          for (const one of notes) expect(viewProblems(editNoteModal(texts, one, text))).toEqual([]);
          const pages = notePages(notes, text, mayChange, texts);
          for (const view of pages) expect(viewProblems(view)).toEqual([]);
          const shown = bare(pages.map((view) => richTextWords(view.blocks)).join(''));
          const written = notes.map((one) => bare(safeText(one.text)));
          expect(missingTexts(written, shown)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('make cards that Slack takes, and ping nobody', () => {
    fc.assert(
      fc.property(fc.array(hostileNote, { maxLength: 12 }), (notes) => {
        expect(messageProblems(cardWith(notes, texts))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('notes on a card', () => {
  const labels = (notes: readonly ArticleNote[] | null) => JSON.stringify(cardWith(notes).blocks);

  it('say who wrote what, and lead to the message', () => {
    const shown = richTextWords(cardWith([note()]).blocks);
    expect(shown).toContain('Note by ana : on web-07 it was the load balancer Message');
    expect(JSON.stringify(cardWith([note()]).blocks)).toContain('{ago}');
  });

  it('are three at the most, shortened honestly, with the rest behind a button', () => {
    const notes = [
      note({ text: 'long '.repeat(200) }),
      note({ text: 'two' }),
      note({ text: 'three' }),
      note({ text: 'four' }),
    ];
    const shown = richTextWords(cardWith(notes).blocks);
    expect(shown).toMatch(/long … continues in Notes\.|long… continues in Notes\./);
    expect(shown).toContain('… 1 more in Notes.');
    expect(shown).not.toContain('four');
    expect(labels(notes)).toContain('Notes (4)');
  });

  it('are offered where they are kept, and nowhere else', () => {
    expect(labels([])).toContain('Add a note');
    expect(labels([])).not.toContain('Notes (');
    expect(labels(null)).not.toContain('Add a note');
  });
});

describe('windows of notes', () => {
  it('let nobody edit or delete what is not theirs', () => {
    const state = { article: 'S40105', question: '' };
    const [mine, theirs] = [note({ text: 'mine' }), note({ text: 'theirs' })];
    const view = notesModal(english, { title: 'T', notes: [mine, theirs], state, mayChange: (one) => one === mine });
    expect(JSON.stringify(view).match(/"action_id":"kb:v1:(edit|delete)-note"/g)).toHaveLength(2);
    expect(JSON.stringify(view)).toContain(`note=${mine.id}`);
    expect(JSON.stringify(view)).not.toContain(`note=${theirs.id}`);
    expect(JSON.stringify(view)).toContain('Delete this note?');
  });

  it('say that a message is cut, and keep what fits', () => {
    const cut = JSON.stringify(newNoteModal(english, form, { article: null, text: 'word '.repeat(1_000) }));
    expect(cut).toContain('A note has room for 3,000 characters');
    expect(JSON.stringify(newNoteModal(english, form, { article: null, text: 'short' }))).not.toContain('has room for');
  });

  it('read nothing that they did not write', () => {
    expect(noteForm('note=1')).toBeNull();
    expect(noteForm(`note=${form.note}&article=../etc`)).toBeNull();
    expect(unpackState('v=1&question=&note=%27')).toBeNull();
    const state = { question: '', article: 'S1', note: form.note };
    expect(unpackState(packState(state))).toEqual(state);
  });
});
