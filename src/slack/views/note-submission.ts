import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { noteInputs, viewIds } from '../../cards/ids.js';
import { budget } from '../../cards/limits.js';
import { type NoteForm, noteForm } from '../../cards/note-form.js';
import { isVisible } from '../../cards/safe-text.js';
import type { Texts } from '../../cards/texts/texts.js';
import { withoutSecrets } from '../../secrets.js';
import type { Note } from '../../store/types.js';
import { secretMark } from '../ask.js';
import { guarded } from '../failure.js';
import type { KeptNotes } from '../notes/kept-notes.js';
import { mayChange } from '../notes/may-change.js';
import { notesWindow } from '../notes/notes-window.js';
import type { Services } from '../services.js';
import { within } from '../within.js';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Slack waits three seconds for an answer to a window: so long for the link to the message, and so long for the store. */
const linkMs = 600;
const storeMs = 1_200;

/** What is wrong with what was typed, and under which input it is said. */
class Refusal extends Error {
  readonly block: string;

  constructor(input: keyof typeof noteInputs, message: string) {
    super(message);
    this.block = noteInputs[input].block;
  }
}

/** A window that adds or edits a note was submitted. It turns into the article's notes; what fails is said in it. */
export async function noteSubmission(services: Services, args: Arguments): Promise<void> {
  const { view, ack, body, client, context } = args;
  const { texts } = services;
  const refuse = (block: string, text: string) => ack({ response_action: 'errors', errors: { [block]: text } });
  await guarded(
    `view ${view.callback_id}`,
    services,
    (card) => refuse(noteInputs.text.block, card.text),
    async () => {
      try {
        const typed = typedText(texts, view.state.values);
        const article = await save(services, args, typed.text);
        const person = { user: body.user.id, team: context.teamId };
        const { isSaved, isSavedWithoutSecret } = texts.notes;
        const done = typed.hadSecret ? isSavedWithoutSecret(secretMark) : isSaved;
        const window = await notesWindow(services, client, person, { article, question: '' }, done);
        await ack({ response_action: 'update', view: window });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await refuse(error.block, error.message);
      }
    },
  );
}

/** @returns the article that the note is about @throws Refusal */
async function save(services: Services, { view, body, client, context }: Arguments, text: string): Promise<string> {
  const { notes: kept, log, texts } = services;
  const { refusals } = texts.notes;
  const form = noteForm(view.private_metadata);
  const { teamId: team } = context;
  if (kept === null || form === null || team === undefined) throw new Refusal('text', refusals.noStore);
  const isEdit = view.callback_id === viewIds.editNote;
  try {
    if (isEdit) return await edit({ kept, form, team, text, user: body.user.id, client, services });
    const article = pickedArticle(services, view.state.values);
    const [author, authorName, created] = [body.user.id, body.user.name, Date.now()];
    const message =
      form.message === null ? null : { ...form.message, permalink: await permalink(client, form.message) };
    const note: Note = { id: form.note, team, article, author, authorName, text, message, created, edited: null };
    await within(storeMs, kept.store.save(note));
    await reread(services, kept, team);
    return article;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log.error({ err: error }, 'a note could not be saved');
    throw new Refusal('text', refusals.away);
  }
}

async function edit(about: {
  kept: KeptNotes;
  form: NoteForm;
  team: string;
  text: string;
  user: string;
  client: WebClient;
  services: Services;
}): Promise<string> {
  const { kept, form, team, text, user, client, services } = about;
  const { isNotYours, refusals } = services.texts.notes;
  const note = await within(storeMs, kept.store.find(team, form.note));
  if (note === null) throw new Refusal('text', refusals.gone);
  const may = await mayChange(client, { user, team }, [note], services.log);
  if (!may(note)) throw new Refusal('text', isNotYours);
  const isThere = await within(storeMs, kept.store.edit(team, note.id, { text, by: user, at: Date.now() }));
  if (!isThere) throw new Refusal('text', refusals.gone);
  await reread(services, kept, team);
  return note.article;
}

/** The note is safe already: that memory is a moment late is no reason to say that saving failed. */
async function reread({ log }: Pick<Services, 'log'>, kept: KeptNotes, team: string): Promise<void> {
  await within(linkMs, kept.reread(team)).catch((error: unknown) => {
    log.warn({ err: error }, 'a note is saved, and comes onto the cards a moment later');
  });
}

type Values = ViewSubmitAction['view']['state']['values'];

/** What was typed, without passwords and tokens: the whole workspace reads a note. */
function typedText({ notes: { refusals } }: Texts, values: Values): { text: string; hadSecret: boolean } {
  const typed = (values[noteInputs.text.block]?.[noteInputs.text.action]?.value ?? '').trim();
  const text = withoutSecrets(typed, secretMark);
  if (!isVisible(text)) throw new Refusal('text', refusals.empty);
  if (text.length > budget.note) throw new Refusal('text', refusals.tooLong(text.length, budget.note));
  return { text, hadSecret: text !== typed };
}

function pickedArticle({ lookup, texts }: Services, values: Values): string {
  const picked = values[noteInputs.article.block]?.[noteInputs.article.action]?.selected_option?.value;
  const article = picked === undefined ? null : lookup.article(picked);
  if (article === null) throw new Refusal('article', texts.notes.refusals.noArticle);
  return article.id;
}

/** Null when Slack does not give the bot one: it is not in that conversation, or the message is gone. */
async function permalink(client: WebClient, { channel, ts }: { channel: string; ts: string }): Promise<string | null> {
  try {
    return (await within(linkMs, client.chat.getPermalink({ channel, message_ts: ts }))).permalink ?? null;
  } catch {
    return null;
  }
}
