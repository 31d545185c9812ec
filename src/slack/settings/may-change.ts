import type { WebClient } from '@slack/web-api';
import type { MayChange } from '../../cards/settings-modal.js';
import type { Logger } from '../../log.js';
import { within } from '../within.js';

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
    const isOurs = isMember(who, team) && who.deleted !== true && who.is_stranger !== true;
    const isAdmin = who.is_admin === true || who.is_owner === true || who.is_primary_owner === true;
    if (isOurs && isAdmin) return { may: true };
    // Of a channel that the bot may not look at, nobody knows who made it.
    const info = place === null ? null : await within(patienceMs, place).catch(() => null);
    const creator = info?.channel?.creator ?? null;
    if (isOurs && creator !== null && creator === user) return { may: true };
    return { may: false, because: 'not-you', creator };
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say who may change settings');
    return { may: false, because: 'unknown' };
  }
}

function isMember(
  who: { team_id?: string; enterprise_user?: { teams?: string[] } },
  team: string | undefined,
): boolean {
  return team === undefined || who.team_id === team || who.enterprise_user?.teams?.includes(team) === true;
}
