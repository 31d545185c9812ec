import { count, date, number } from './wording.js';

/** What is said about the team's notes, on the card and in their windows; a window's title has 24 characters at the most. */
export const notes = {
  heading: 'NOTES OF YOUR TEAM',
  /** Before the moment at which it was written. */
  by: (name: string) => `Note by ${name}`,
  /** The day, where a client cannot say how long ago it was. */
  on: (isoDate: string) => `on ${date(isoDate)}`,
  somebody: 'somebody',
  edited: '(edited)',
  message: 'Message',
  continues: 'continues in Notes.',
  more: (notes: number) => `… ${number(notes)} more in Notes.`,
  /** On buttons. */
  all: (notes: number) => `Notes (${notes})`,
  add: 'Add a note',
  edit: 'Edit',
  delete: 'Delete',
  save: 'Save',
  title: 'Notes',
  count: (notes: number) =>
    notes === 0 ? 'No notes of your team yet' : `${count(notes, 'note', 'notes')} of your team`,
  newTitle: 'Save as KB note',
  editTitle: 'Edit note',
  article: 'Article',
  text: 'Note',
  textHint: 'Everybody in this workspace reads it on the article’s card.',
  textExample: 'On web-07 it was the load balancer',
  isCut: (most: number) => `A note has room for ${number(most)} characters, so the end of the message is left out.`,
  hasNoSecrets: (mark: string) => `Passwords and tokens of the message are left out: ${mark} stands in their place.`,
  confirm: {
    title: 'Delete this note?',
    text: 'It is gone for everybody, and nobody can bring it back.',
    delete: 'Delete',
    keep: 'Keep it',
  },
  isSaved: 'The note is saved.',
  isSavedWithoutSecret: (mark: string) =>
    `The note is saved. A password or token in it was left out: ${mark} stands in its place.`,
  isDeleted: 'The note is deleted.',
  isGone: 'Somebody has deleted that note meanwhile.',
  isNotYours: 'Only its author or an admin can change that note.',
  failed: 'That did not work, because the notes cannot be reached. Try again in a minute.',
  /** Under an input of the window, where what was typed stays. */
  refusals: {
    empty: 'Write what the team should know.',
    tooLong: (length: number, most: number) =>
      `A note has room for ${number(most)} characters; these are ${number(length)}.`,
    noArticle: 'That article is no longer there. Pick another one.',
    gone: 'Somebody has deleted this note meanwhile. Copy your text, and add it as a new note.',
    away: 'The note is not saved yet, because the notes cannot be reached. Your text is still here: save it again in a minute.',
    noStore: 'I cannot keep notes here. Copy your text, and ask whoever runs me.',
  },
  noStore: 'I cannot keep notes here, because I was started without a store. Ask whoever runs me.',
};
