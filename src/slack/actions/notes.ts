import { randomUUID } from 'node:crypto';
import { titleOf } from '../../cards/article-facts.js';
import { viewIds } from '../../cards/ids.js';
import { editNoteModal, newNoteModal } from '../../cards/note-form.js';
import { outdatedCard } from '../../cards/outdated-card.js';
import type { CardState, ModalView } from '../../cards/types.js';
import type { Note } from '../../store/types.js';
import type { KeptNotes } from '../notes/kept-notes.js';
import { mayChange } from '../notes/may-change.js';
import { notesWindow } from '../notes/notes-window.js';
import { viewIsGone } from '../reply.js';
import type { Services } from '../services.js';
import { within } from '../within.js';
import { type Click, openWindow, tellPrivately } from './click.js';

/** Slack gives a window up after three seconds, and asking who is an admin takes a moment as well. */
const patienceMs = 1_500;

/** "Notes": the window of the article's notes, or another page of it. */
export async function notes(services: Services, click: Click): Promise<void> {
  await showNotes(services, click);
}

/** "Add a note": the window that adds one, to this article unless another one is picked. */
export async function addNote({ lookup }: Services, click: Click): Promise<void> {
  const article = lookup.article(click.state.article ?? '');
  const { channel, threadTs } = click.place ?? {};
  const message = channel === undefined || threadTs === undefined ? null : { channel, ts: threadTs };
  const start = { article: article === null ? null : { id: article.id, title: titleOf(article) }, text: '' };
  await showWindow(click, newNoteModal(click.texts, { note: randomUUID(), message }, start));
}

/** "Edit": the window turns into that of the note's text. */
export async function editNote(services: Services, click: Click): Promise<void> {
  await withNote(services, click, async (note) => {
    const article = services.lookup.article(note.article);
    await showWindow(click, editNoteModal(click.texts, note, article === null ? '' : titleOf(article)));
  });
}

/** "Delete", after Slack has asked whether that is meant: the note is gone, and the window shows the others. */
export async function deleteNote(services: Services, click: Click): Promise<void> {
  await withNote(services, click, async (note, kept) => {
    await within(patienceMs, kept.store.delete(note.team, note.id));
    await kept.reread(note.team);
    await showNotes(services, click, click.texts.notes.isDeleted);
  });
}

/** Does something with the note that the button names, when the person may; the window says why not, or what failed. */
async function withNote(
  services: Services,
  click: Click,
  work: (note: Note, kept: KeptNotes) => Promise<void>,
): Promise<void> {
  const { notes: kept, log } = services;
  const { team, state } = click;
  if (kept === null || team === undefined || state.note === undefined) return showNotes(services, click);
  try {
    const note = await within(patienceMs, kept.store.find(team, state.note));
    if (note === null) {
      await kept.reread(team);
      return await showNotes(services, click, click.texts.notes.isGone);
    }
    const may = await mayChange(click.client, click, [note], log);
    if (!may(note)) return await showNotes(services, click, click.texts.notes.isNotYours);
    await work(note, kept);
  } catch (error) {
    log.error({ err: error }, 'a note could not be changed');
    await showNotes(services, click, click.texts.notes.failed);
  }
}

async function showNotes(services: Services, click: Click, done?: string): Promise<void> {
  const { article } = click.state;
  if (article === undefined) return tellPrivately(click, outdatedCard(click.texts));
  const state: CardState & { article: string } = { ...click.state, article };
  await showWindow(click, await notesWindow({ ...services, texts: click.texts }, click.client, click, state, done));
}

/** In the place of the window of notes, on top of another one, and by itself for a button on a card. */
async function showWindow(click: Click, view: ModalView): Promise<void> {
  if (click.view === null) return openWindow(click, view);
  const { id, hash, callbackId } = click.view;
  if (callbackId !== viewIds.notes) {
    await click.client.views.push({ trigger_id: click.triggerId, view });
    return;
  }
  try {
    await click.client.views.update({ view_id: id, hash, view });
  } catch (error) {
    if (!viewIsGone(error)) throw error;
  }
}
