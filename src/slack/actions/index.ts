import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { type Verb, verbOf } from '../../cards/ids.js';
import { outdatedCard } from '../../cards/outdated-card.js';
import { guarded } from '../failure.js';
import { respondPrivately } from '../reply.js';
import type { Services } from '../services.js';
import { applies, full, more, page } from './article.js';
import { type Click, type ClickArguments, readClick, tellPrivately } from './click.js';
import { askPerson, fixed, notHelped, searchAgain } from './feedback.js';
import { next, others, share, show } from './matches.js';

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
  'ask-person': askPerson,
};

/** Every press on a button: ours, those of older versions, and links, which Slack reports as well. */
export function registerActions(app: App, services: Services): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /.*/s }, (args) => press(services, args));
}

async function press(services: Services, args: ClickArguments): Promise<void> {
  await args.ack();
  if (args.action.url !== undefined) return;
  const verb = verbOf(args.action.action_id);
  const click = readClick(args);
  const tell = (card: Parameters<typeof respondPrivately>[1]) =>
    click === null ? respondPrivately(args.respond, card) : tellPrivately(click, card);
  await guarded(`action ${args.action.action_id}`, services.log, tell, async () => {
    if (verb === null || click === null) await tell(outdatedCard());
    else await handlers[verb](services, click);
  });
}
