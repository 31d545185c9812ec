import { deliveries } from './0001-deliveries.js';
import { lookups } from './0002-lookups.js';
import { notes } from './0003-notes.js';
import { installations } from './0004-installations.js';
import { feedback } from './0005-feedback.js';
import { settings } from './0006-settings.js';
import { unfinished } from './0007-unfinished.js';
import { postSlots } from './0008-post-slots.js';
import { departures } from './0009-departures.js';
import { organisationTeams } from './0010-organisation-teams.js';
import type { Migration } from './migration.js';

/** In order; a database's version is the number of those that it has. New ones go to the end. */
export const migrations: readonly Migration[] = [
  deliveries,
  lookups,
  notes,
  installations,
  feedback,
  settings,
  unfinished,
  postSlots,
  departures,
  organisationTeams,
];
