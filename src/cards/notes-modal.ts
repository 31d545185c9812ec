import type { Button, KnownBlock } from '@slack/types';
import type { ArticleNote } from '../lookup/types.js';
import { button, buttonRow, contextBlock, present, titleBlock } from './card-blocks.js';
import { viewIds } from './ids.js';
import { budget } from './limits.js';
import { wholeNote } from './note-pieces.js';
import { pieceLength, richTextBlocks } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { packState } from './state.js';
import type { Texts } from './texts/texts.js';
import type { CardState, ModalView } from './types.js';

/** What the window of an article's notes shows. */
export interface NotesWindow {
  title: string;
  /** Newest first. */
  notes: readonly ArticleNote[];
  /** Carries the article, and the page to show. */
  state: CardState & { article: string };
  /** Whether the person who looks may edit and delete a note. */
  mayChange: (note: ArticleNote) => boolean;
  /** What has just been done, said at the top. */
  done?: string;
}

/** All notes of the team about an article, newest first, a page at a time, each with what may be done to it. */
export function notesModal(texts: Texts, { title, notes, state, mayChange, done = '' }: NotesWindow): ModalView {
  const { buttons } = texts;
  const pages = pagesOf(texts, notes);
  const page = Math.min(state.page ?? 0, pages.length - 1);
  const own: CardState = { question: state.question, article: state.article, page };
  const name = isVisible(title) ? safeLine(title) : state.article;
  const part = pages.length === 1 ? '' : ` · ${texts.article.part(page + 1, pages.length)}`;
  return {
    type: 'modal',
    callback_id: viewIds.notes,
    private_metadata: packState(own),
    title: { type: 'plain_text', text: texts.notes.title, emoji: false },
    close: { type: 'plain_text', text: buttons.close, emoji: false },
    blocks: present([
      contextBlock([{ plain: done }]),
      titleBlock(name),
      contextBlock([{ plain: `${state.article} · ${texts.notes.count(notes.length)}${part}` }]),
      ...(pages[page] ?? []).flatMap((note) => noteWithButtons(texts, note, own, mayChange(note))),
      buttonRow([
        button(texts.notes.add, 'add-note', own),
        page > 0 ? button(buttons.previous, 'notes', { ...own, page: page - 1 }) : null,
        page < pages.length - 1 ? button(buttons.next, 'notes', { ...own, page: page + 1 }, page > 0 ? 1 : 0) : null,
      ]),
    ]),
  };
}

function noteWithButtons(texts: Texts, note: ArticleNote, state: CardState, mayChange: boolean): (KnownBlock | null)[] {
  const own = { ...state, note: note.id };
  const buttons = mayChange ? [button(texts.notes.edit, 'edit-note', own), deleteButton(texts, own)] : [];
  return [...richTextBlocks(wholeNote(texts, note)), buttonRow(buttons)];
}

/** Slack asks before it tells us of the press. */
function deleteButton({ notes }: Texts, state: CardState): Button {
  return {
    ...button(notes.delete, 'delete-note', state),
    confirm: {
      title: { type: 'plain_text', text: notes.confirm.title, emoji: false },
      text: { type: 'plain_text', text: notes.confirm.text, emoji: false },
      confirm: { type: 'plain_text', text: notes.confirm.delete, emoji: false },
      deny: { type: 'plain_text', text: notes.confirm.keep, emoji: false },
      style: 'danger',
    },
  };
}

/** Notes in pages of at most the budgeted text; always one page, even when there is nothing. */
function pagesOf(texts: Texts, notes: readonly ArticleNote[]): ArticleNote[][] {
  const pages: ArticleNote[][] = [[]];
  let length = 0;
  for (const note of notes) {
    const page = pages.at(-1) ?? [];
    const own = wholeNote(texts, note).reduce<number>((sum, piece) => sum + pieceLength(piece), budget.noteFrame);
    length += own;
    if (page.length > 0 && (page.length === budget.notesPerPage || length > budget.characters - budget.pageFrame)) {
      pages.push([note]);
      length = own;
    } else {
      page.push(note);
    }
  }
  return pages;
}
