import type { App, ViewSubmitAction } from '@slack/bolt';
import { viewIds } from '../../cards/ids.js';
import type { Services } from '../services.js';
import { saveSettings } from '../settings/change-settings.js';
import { servicesHere } from '../settings/here.js';
import { noteSubmission } from './note-submission.js';
import { searchSubmission } from './search-submission.js';

const noteWindows = [viewIds.newNote, viewIds.editNote] as const;

/** Submitted windows; one that this version does not know just closes. */
export function registerViews(app: App, services: Services): void {
  app.view<ViewSubmitAction>({ callback_id: viewIds.search, type: 'view_submission' }, (args) =>
    searchSubmission(services, args),
  );
  app.view<ViewSubmitAction>({ callback_id: viewIds.settings, type: 'view_submission' }, (args) =>
    saveSettings(services, args),
  );
  for (const id of noteWindows) {
    app.view<ViewSubmitAction>({ callback_id: id, type: 'view_submission' }, async (args) =>
      noteSubmission(await servicesHere(services, args), args),
    );
  }
  const known: string[] = [viewIds.search, viewIds.settings, ...noteWindows];
  app.view(/.*/s, async ({ view, ack }) => {
    if (!known.includes(view.callback_id)) await ack();
  });
}
