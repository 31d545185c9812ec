import type { App, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { noteInputs, searchInputs } from '../../cards/ids.js';
import { suggestionOptions } from '../../cards/search-modal.js';
import type { Services } from '../services.js';

/** Slack shows up to 100 entries; nobody reads more than a screenful. */
const menuSize = 20;

const articleMenus: readonly string[] = [searchInputs.pick.action, noteInputs.article.action];

/** The type-ahead menus; one that this version does not know gets an empty list. */
export function registerOptions(app: App, { lookup, log }: Services): void {
  app.options(/.*/s, async ({ options, ack }: SlackOptionsMiddlewareArgs<'block_suggestion'>) => {
    const isPick = articleMenus.includes(options.action_id);
    try {
      await ack({ options: isPick ? suggestionOptions(lookup.suggest(options.value, menuSize)) : [] });
    } catch (error) {
      log.error({ err: error }, 'type-ahead failed');
      await ack({ options: [] });
    }
  });
}
