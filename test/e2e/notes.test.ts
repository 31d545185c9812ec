import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message, View } from '../../src/playground/server/types.js';
import { openStore } from '../../src/store/open-store.js';
import { StoreError } from '../../src/store/store-error.js';
import type { Notes, Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, type SceneOptions, startScene, visibleText } from '../support/bot.js';
import { note } from '../support/notes.js';

const channel = '#incident-4711';
const words = 'on web-07 it was the load balancer';

describe('notes of a team', () => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-notes-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
  });
  afterEach(async () => {
    await scene.end();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const start = async (options: SceneOptions = {}) => {
    scene = await startScene({ store, ...options });
  };
  const person = (name: string) => scene.slack.as(name);
  const team = () => scene.slack.team.id;

  async function ask(name: string, question: string): Promise<Message> {
    const { message } = await person(name).command('/kb', question, channel);
    return message ?? expect.fail('no message');
  }

  /** Saves a note from the card of an article, as a person does. */
  async function addNote(name: string, text = words): Promise<View> {
    const card = await ask(name, '401.5');
    await person(name).click(card, 'kb:v1:add-note');
    const view = await scene.slack.waitForView(name, ({ callback_id }) => callback_id === 'kb:v1:new-note');
    const { errors, view: after } = await person(name).submit(view, { 'kb:v1:note-text': text });
    expect(errors).toEqual({});
    return after ?? expect.fail('the window closed');
  }

  /** The window of the notes, opened by somebody from a card. */
  async function openNotes(name: string): Promise<View> {
    const open = person(name).openView();
    if (open !== null) await person(name).closeView(open, { all: true });
    await person(name).click(await ask(name, '401.5'), 'kb:v1:notes');
    return scene.slack.waitForView(name, ({ callback_id }) => callback_id === 'kb:v1:notes-of-article');
  }

  async function press(name: string, view: View, verb: string): Promise<View> {
    const { error } = await person(name).clickInView(view, `kb:v1:${verb}`);
    expect(error).toBeNull();
    await scene.settled();
    return person(name).openView() ?? expect.fail('the window closed');
  }

  it('come from a message, with its text and the article that answers it', async () => {
    await start();
    const message = await person('ben').post(channel, 'HTTP Error 401.5: web-07 and its load balancer');
    await person('ana').messageShortcut('kb_save_note', message);
    const view = await scene.slack.waitForView('ana');
    expect(JSON.stringify(view.blocks)).toContain('"value":"S40105"');
    const { errors, view: after } = await person('ana').submit(view);
    expect(errors).toEqual({});
    expect(visibleText(after ?? expect.fail('closed'))).toMatch(
      /The note is saved[\s\S]*Note by ana[\s\S]*load balancer/,
    );
    const [saved, ...more] = await store.notes.newest(team(), 10);
    expect(more).toEqual([]);
    expect(saved).toMatchObject({ article: 'S40105', author: person('ana').user.id, authorName: 'ana' });
    expect(saved?.message?.permalink).toContain(message.ts.replace('.', ''));
  });

  it('say that a password was left out, of the message and of what was typed', async () => {
    await start();
    const message = await person('ben').post(channel, 'HTTP Error 401.5 on web-07: password=Sommer2026 does not work');
    await person('ana').messageShortcut('kb_save_note', message);
    const form = await scene.slack.waitForView('ana');
    expect(visibleText(form)).toContain('Passwords and tokens of the message are left out: •••');
    const said = 'A password or token in it was left out: •••';
    const { view: saved } = await person('ana').submit(form);
    expect(visibleText(saved ?? expect.fail('closed'))).not.toContain(said); // nothing was taken out of this one

    const again = await press('ana', saved ?? expect.fail('closed'), 'edit-note');
    const { view: edited } = await person('ana').submit(again, { 'kb:v1:note-text': 'token=abcdef0123456789 it was' });
    expect(visibleText(edited ?? expect.fail('closed'))).toContain(said);
    expect((await store.notes.newest(team(), 1))[0]?.text).toBe('token=••• it was');
  });

  it('say that a long message is cut, and leave the article open when none is sure', async () => {
    await start();
    const message = await person('ben').post(channel, 'who wants lunch? '.repeat(300));
    await person('ana').messageShortcut('kb_save_note', message);
    const view = await scene.slack.waitForView('ana');
    expect(visibleText(view)).toContain('the end of the message is left out');
    expect(JSON.stringify(view.blocks)).not.toContain('initial_option');
    const options = await person('ana').typeAhead(view, 'kb:v1:pick-note-article', '401.5');
    const article = options[0]?.value ?? '';
    expect((await person('ana').submit(view, { 'kb:v1:pick-note-article': article })).errors).toEqual({});
    expect((await store.notes.newest(team(), 10))[0]?.text.length).toBeLessThanOrEqual(3_000);
  });

  it('are on the card for everybody in the team, name their author without a ping, and are there after a restart', async () => {
    await start();
    await addNote('ana');
    for (const restart of [false, true]) {
      if (restart) await scene.restartBot();
      const card = await ask('ben', '401.5');
      expect(visibleText(card)).toContain(`Note by ana`);
      expect(visibleText(card)).toContain(words);
      expect(JSON.stringify(card.blocks)).not.toContain(person('ana').user.id);
      expect(buttonLabels(card)).toEqual(expect.arrayContaining(['Notes (1)', 'Add a note']));
    }
  });

  it('find their article, privately, and say so', async () => {
    await start();
    const before = await ask('ben', 'load balancer web-07');
    expect(visibleText(before)).not.toContain('S40105');
    await addNote('ana');
    const card = await ask('ben', 'load balancer web-07');
    expect(card.ephemeral_to).toBeDefined();
    expect(visibleText(card)).toMatch(/Not sure[\s\S]*load balancer web-07 in a note of your team/);
    expect(visibleText(card)).toContain('S40105');
    await person('ben').click(card, 'kb:v1:share');
    await scene.settled();
    expect(visibleText(scene.slack.messages(channel).at(-1) ?? expect.fail('nothing'))).toContain(words);
  });

  it('are edited and deleted by their author and by an admin, in the same window, and by nobody else', async () => {
    await start();
    const own = await addNote('ben');
    expect(buttonLabels(own)).toEqual(['Edit', 'Delete', 'Add a note']);
    expect(buttonLabels(await openNotes('chloe'))).toEqual(['Add a note']);
    const form = await press('ben', own, 'edit-note');
    const { view: edited } = await person('ben').submit(form, { 'kb:v1:note-text': 'it was DNS' });
    expect(edited?.id).toBe(own.id);
    expect(visibleText(edited ?? expect.fail('closed'))).toMatch(/\(edited\)[\s\S]*it was DNS/);
    const adminForm = await press('ana', await openNotes('ana'), 'edit-note');
    await person('ana').submit(adminForm, { 'kb:v1:note-text': 'it was the cable' });
    const [changed] = await store.notes.newest(team(), 10);
    expect(changed).toMatchObject({
      text: 'it was the cable',
      authorName: 'ben',
      edited: { by: person('ana').user.id },
    });
    const after = await press('ana', await openNotes('ana'), 'delete-note');
    expect(visibleText(after)).toMatch(/is deleted[\s\S]*No notes/);
    expect(await store.notes.newest(team(), 10)).toEqual([]);
    expect(visibleText(await ask('ben', '401.5'))).not.toContain('cable');
    expect(visibleText(await ask('ben', 'load balancer web-07'))).not.toContain('S40105');
  });

  it('are asked about before they are deleted', async () => {
    await start();
    const view = await addNote('ben');
    expect(JSON.stringify(view.blocks)).toContain('"confirm":{"title"');
  });

  it('stay with their author where Slack does not say who is an admin', async () => {
    const scopes = ['app_mentions:read', 'chat:write', 'commands', 'im:history'];
    await start({ slack: { scopes } });
    await addNote('ben');
    expect(buttonLabels(await openNotes('ana'))).toEqual(['Add a note']);
    expect(buttonLabels(await openNotes('ben'))).toEqual(['Edit', 'Delete', 'Add a note']);
  });

  it('of another workspace are neither shown nor found', async () => {
    await store.notes.save(note({ team: 'T0OTHER', text: words }));
    await start();
    const card = await ask('ana', '401.5');
    expect(visibleText(card)).not.toContain(words);
    expect(buttonLabels(card)).not.toContain('Notes (1)');
    expect(visibleText(await ask('ana', 'load balancer web-07'))).not.toContain('S40105');
  });

  it('tell when somebody else has deleted one meanwhile, and keep what was typed', async () => {
    await start();
    const list = await addNote('ben');
    const form = await press('ben', list, 'edit-note');
    const [saved] = await store.notes.newest(team(), 1);
    await store.notes.delete(team(), saved?.id ?? '');
    const { errors, view } = await person('ben').submit(form, { 'kb:v1:note-text': 'a better text' });
    expect(Object.values(errors).join()).toMatch(/deleted this note meanwhile/);
    expect([view?.id, view?.callback_id]).toEqual([form.id, 'kb:v1:changed-note']);
  });

  it('say in the window that the store is away, lose nothing, and make one note of two tries', async () => {
    let isAway = true;
    const away = async () => {
      if (isAway) throw new StoreError('store-away', 'away');
    };
    const notes: Notes = {
      ...store.notes,
      save: async (one) => {
        await store.notes.save(one);
        await away();
      },
    };
    await start({ store: { ...store, notes } });
    await person('ana').click(await ask('ana', '401.5'), 'kb:v1:add-note');
    const view = await scene.slack.waitForView('ana');
    const tried = await person('ana').submit(view, { 'kb:v1:note-text': words });
    expect(tried.errors).toEqual({ 'kb:v1:note': expect.stringMatching(/not saved yet.*still here/) });
    expect(tried.view?.id).toBe(view.id);
    isAway = false;
    expect((await person('ana').submit(tried.view ?? view)).errors).toEqual({});
    expect((await store.notes.newest(team(), 10)).map(({ text }) => text)).toEqual([words]);
  });

  it('are refused with a word under the input that is wrong', async () => {
    await start();
    await person('ana').click(await ask('ana', '401.5'), 'kb:v1:add-note');
    const view = await scene.slack.waitForView('ana');
    expect((await person('ana').submit(view, { 'kb:v1:note-text': ' \u200b ' })).errors).toEqual({
      'kb:v1:note': expect.stringMatching(/Write what/),
    });
  });

  it('open on top of the window of an article', async () => {
    await start();
    await person('ana').click(await ask('ana', '401.5'), 'kb:v1:full');
    const article = await scene.slack.waitForView('ana');
    await person('ana').clickInView(article, 'kb:v1:add-note');
    await scene.settled();
    expect(scene.slack.views('ana')).toHaveLength(2);
    const form = person('ana').openView() ?? expect.fail('no window');
    const { view } = await person('ana').submit(form, { 'kb:v1:note-text': words });
    expect(visibleText(view ?? expect.fail('closed'))).toContain(words);
  });

  it('are not offered by a bot without a store', async () => {
    scene = await startScene();
    expect(buttonLabels(await ask('ana', '401.5'))).not.toContain('Add a note');
    const message = await person('ben').post(channel, '401.5');
    await person('ana').messageShortcut('kb_save_note', message);
    await scene.settled();
    const told = scene.slack.messages(channel, { as: 'ana' }).at(-1);
    expect(visibleText(told ?? expect.fail('nothing'))).toMatch(/cannot keep notes/);
  });
});
