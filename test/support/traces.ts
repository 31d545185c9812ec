import { expect } from 'vitest';
import type { LocalSlack, Message } from '../../src/playground/server/types.js';
import type { ManyWorkspaces } from './many-workspaces.js';

type Person = ReturnType<LocalSlack['as']>;

/** The answer to `/kb 401.5`. */
export async function askIn(person: Person, channel: string): Promise<Message> {
  return (await person.command('/kb', '401.5', channel)).message ?? expect.fail('no answer');
}

/** What a workspace can have of its own: Ana votes, writes a note, and makes the channel's answers private. */
export async function leaveTraces({ scene }: ManyWorkspaces, channel: string): Promise<void> {
  const { slack } = scene;
  const ana = slack.as('ana');
  await ana.click(await askIn(ana, channel), 'kb:v1:fixed');
  await ana.click(await askIn(ana, channel), 'kb:v1:add-note');
  const form = await slack.waitForView('ana', ({ callback_id: id }) => id === 'kb:v1:new-note');
  const { errors, view } = await ana.submit(form, { 'kb:v1:note-text': 'it was the load balancer' });
  expect(errors).toEqual({});
  if (view !== null) await ana.closeView(view, { all: true });
  await ana.command('/kb', 'settings', channel);
  const settings = await slack.waitForView('ana', ({ callback_id: id }) => id === 'kb:v1:set');
  expect((await ana.submit(settings, { 'kb:v1:set:answers': '"private"' })).errors).toEqual({});
  await scene.settled();
}
