import type { KnownBlock } from '@slack/types';
import type { ArticleNote } from '../lookup/types.js';
import type { Suggestion } from '../search/types.js';
import { contextBlock, present } from './card-blocks.js';
import { noteInputs, viewIds } from './ids.js';
import { budget, slackLimits } from './limits.js';
import { noteText } from './note-pieces.js';
import { safeLine } from './safe-text.js';
import { suggestionOptions } from './search-modal.js';
import { shorten } from './shorten.js';
import { noteId } from './state.js';
import type { Texts } from './texts/texts.js';
import type { ModalView } from './types.js';

/** What a window of a note has to know when it is submitted. */
export interface NoteForm {
  /** Id of the note, also of one that is not saved yet: saving it twice makes no second one. */
  note: string;
  /** The message that a new note comes from. */
  message: { channel: string; ts: string } | null;
  /** The article of a note that is edited; a new one is told it in the window. */
  article: string | null;
}

/**
 * The window that adds a note: the article by type-ahead, and the text.
 * @param start.article chosen already; null leaves it to the person
 * @param start.secretMark what stands in the text where secrets were, when there were some
 */
export function newNoteModal(
  texts: Texts,
  form: Omit<NoteForm, 'article'>,
  start: { article: Suggestion | null; text: string; secretMark?: string },
): ModalView {
  const [chosen] = start.article === null ? [] : suggestionOptions([start.article]);
  const { text, isCut } = noteText(start.text);
  return {
    ...window(texts, viewIds.newNote, texts.notes.newTitle, { ...form, article: null }),
    blocks: present([
      {
        type: 'input',
        block_id: noteInputs.article.block,
        label: plain(texts.notes.article),
        element: {
          type: 'external_select',
          action_id: noteInputs.article.action,
          placeholder: plain(texts.search.pickPlaceholder),
          min_query_length: 1,
          ...(chosen === undefined ? {} : { initial_option: chosen }),
        },
      },
      textInput(texts, text, chosen !== undefined),
      contextBlock([
        { plain: start.secretMark === undefined ? '' : texts.notes.hasNoSecrets(start.secretMark) },
        { plain: isCut ? texts.notes.isCut(budget.note) : '' },
      ]),
    ]),
  };
}

/** The window that changes the text of a note. */
export function editNoteModal(texts: Texts, note: ArticleNote, title: string): ModalView {
  const about = shorten(`${note.article} ${safeLine(title)}`, budget.contextLine);
  return {
    ...window(texts, viewIds.editNote, texts.notes.editTitle, { note: note.id, message: null, article: note.article }),
    blocks: present([contextBlock([{ plain: about }]), textInput(texts, noteText(note.text).text, true)]),
  };
}

function window({ notes, buttons }: Texts, id: string, title: string, form: NoteForm) {
  return {
    type: 'modal' as const,
    callback_id: id,
    private_metadata: packForm(form),
    title: plain(title),
    submit: plain(notes.save),
    close: plain(buttons.cancel),
  };
}

function textInput({ notes }: Texts, text: string, isFirst: boolean): KnownBlock {
  return {
    type: 'input',
    block_id: noteInputs.text.block,
    label: plain(notes.text),
    hint: plain(notes.textHint),
    element: {
      type: 'plain_text_input',
      action_id: noteInputs.text.action,
      multiline: true,
      max_length: budget.note,
      placeholder: plain(notes.textExample),
      ...(text === '' ? {} : { initial_value: text }),
      ...(isFirst ? { focus_on_load: true } : {}),
    },
  };
}

function packForm({ note, message, article }: NoteForm): string {
  const fields = new URLSearchParams({ note });
  if (article !== null) fields.set('article', article);
  if (message !== null) {
    fields.set('channel', message.channel);
    fields.set('message', message.ts);
  }
  return fields.toString();
}

/** What a note's window carries in its `private_metadata`; null for anything else. */
export function noteForm(metadata: string): NoteForm | null {
  if (metadata.length > slackLimits.privateMetadata) return null;
  const fields = new URLSearchParams(metadata);
  const [note, article] = [fields.get('note') ?? '', fields.get('article')];
  const [channel, ts] = [fields.get('channel'), fields.get('message')];
  if (!noteId.test(note) || (article !== null && !/^[A-Z]\d+$/.test(article))) return null;
  return { note, article, message: channel === null || ts === null ? null : { channel, ts } };
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}
