import type { WebClient } from '@slack/web-api';
import type { Logger } from '../../log.js';
import type { ArticleNote } from '../../lookup/types.js';
import { within } from '../within.js';
import { isAdminOf } from '../workspaces/members.js';

/** The window that waits for this opens within three seconds or not at all. */
const patienceMs = 1_000;

/**
 * Which notes a person may edit and delete: their own, and an admin of the workspace all. Where Slack does not say who
 * is an admin (the optional scope users:read was not granted, or it does not answer), nobody is.
 * @param notes those in question; Slack is asked only when one is somebody else's
 */
export async function mayChange(
  client: WebClient,
  person: { user: string; team: string | undefined },
  notes: readonly ArticleNote[],
  log: Logger,
): Promise<(note: ArticleNote) => boolean> {
  const isOwn = ({ author }: ArticleNote) => author === person.user;
  if (notes.every(isOwn) || !(await isAdmin(client, person, log))) return isOwn;
  return () => true;
}

async function isAdmin(
  client: WebClient,
  { user, team }: { user: string; team: string | undefined },
  log: Logger,
): Promise<boolean> {
  try {
    const { user: found } = await within(patienceMs, client.users.info({ user }));
    return found !== undefined && team !== undefined && isAdminOf(found, team);
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say who is an admin: notes are changed by their authors only');
    return false;
  }
}
