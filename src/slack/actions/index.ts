import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { type Verb, verbOf } from '../../cards/ids.js';
import { outdatedCard } from '../../cards/outdated-card.js';
import { unpackState } from '../../cards/state.js';
import type { Card } from '../../cards/types.js';
import { guarded } from '../failure.js';
import type { Services } from '../services.js';
import { resetSettings } from '../settings/change-settings.js';
import { servicesHere } from '../settings/here.js';
import { settings, settingsOf } from '../settings/open-settings.js';
import { answerInWindow } from './answer-in-window.js';
import { applies, full, more, page } from './article.js';
import { type Click, type ClickArguments, readClick, tellPrivately } from './click.js';
import { askPerson, fixed, notHelped, searchAgain } from './feedback.js';
import { next, others, share, show } from './matches.js';
import { addNote, deleteNote, editNote, notes } from './notes.js';

const handlers: Record<Verb, (services: Services, click: Click) => Promise<void>> = {
  full,
  page,
  more,
  others,
  show,
  applies,
  share,
  fixed,
  'not-helped': notHelped,
  next,
  'search-again': searchAgain,
  ask: answerInWindow,
  'ask-person': askPerson,
  settings,
  'settings-of': settingsOf,
  'reset-settings': resetSettings,
  notes,
  'add-note': addNote,
  'edit-note': editNote,
  'delete-note': deleteNote,
};

/** Every press on a button: ours, those of older versions, and links, which Slack reports as well. */
export function registerActions(app: App, services: Services): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /.*/s }, (args) => press(services, args));
}

/** Buttons whose answer everybody reads: pressed twice in a moment, they answer once. */
const oncePressed: ReadonlySet<Verb> = new Set(['more', 'share', 'fixed', 'ask-person']);
const doublePressMs = 5_000;

async function press(all: Services, args: ClickArguments): Promise<void> {
  await args.ack();
  const { action, body } = args;
  if (action.url !== undefined) return;
  const verb = verbOf(action.action_id);
  const state = unpackState(action.value ?? '');
  const services = await servicesHere(all, args);
  const click = readClick(args, state ?? { question: '' }, services);
  const tell = (card: Card) => tellPrivately(click, card);
  await guarded(`action ${action.action_id}`, services, tell, async () => {
    if (verb === null || state === null) return tell(outdatedCard(click.texts));
    const pressed = [
      'press',
      click.team,
      click.place?.channel,
      body.container.message_ts,
      click.user,
      action.action_id,
    ].join(' ');
    if (oncePressed.has(verb) && !(await services.deliveries.takeOn(pressed, doublePressMs))) return;
    await handlers[verb](services, click);
  });
}
