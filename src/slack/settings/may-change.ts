import type { WebClient } from '@slack/web-api';
import type { MayChange } from '../../cards/settings-modal.js';
import type { Logger } from '../../log.js';
import { within } from '../within.js';
import { isAdminOf, isMemberOf } from '../workspaces/members.js';

/** A window has to be opened, or a submission answered, within three seconds. */
const patienceMs = 1_500;

/** Who wants to change the settings of which place. */
export interface Wish {
  user: string;
  team: string | undefined;
  /** Null for the workspace. */
  channel: string | null;
}

/**
 * Asks Slack whether somebody may change settings: admins and owners of the workspace everywhere, and in a channel who
 * made it. People of other workspaces, whom a shared channel brings, may not. Where Slack does not say, nobody may.
 */
export async function mayChange(client: WebClient, log: Logger, { user, team, channel }: Wish): Promise<MayChange> {
  try {
    // Both are asked at once; of an admin the second answer does not matter.
    const person = client.users.info({ user });
    const place = channel === null ? null : client.conversations.info({ channel });
    place?.catch(() => {});
    const { user: who } = await within(patienceMs, person);
    if (who === undefined) return { may: false, because: 'unknown' };
    if (isAdminOf(who, team)) return { may: true };
    // Of a channel that the bot may not look at, nobody knows who made it.
    const info = place === null ? null : await within(patienceMs, place).catch(() => null);
    const creator = info?.channel?.creator ?? null;
    if (isMemberOf(who, team) && creator !== null && creator === user) return { may: true };
    return { may: false, because: 'not-you', creator };
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say who may change settings');
    return { may: false, because: 'unknown' };
  }
}
