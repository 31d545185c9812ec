import type { App, ViewSubmitAction } from '@slack/bolt';
import { viewIds } from '../../cards/ids.js';
import type { Services } from '../services.js';
import { saveSettings } from '../settings/change-settings.js';
import { searchSubmission } from './search-submission.js';

/** Submitted windows; one that this version does not know just closes. */
export function registerViews(app: App, services: Services): void {
  app.view<ViewSubmitAction>({ callback_id: viewIds.search, type: 'view_submission' }, (args) =>
    searchSubmission(services, args),
  );
  app.view<ViewSubmitAction>({ callback_id: viewIds.settings, type: 'view_submission' }, (args) =>
    saveSettings(services, args),
  );
  const known: string[] = [viewIds.search, viewIds.settings];
  app.view(/.*/s, async ({ view, ack }) => {
    if (!known.includes(view.callback_id)) await ack();
  });
}
