import { WebClient, type WebClientOptions } from '@slack/web-api';
import { readSetting } from '../../settings.js';
import type { SettingsDoor } from '../../store/types.js';
import type { Authorization } from '../workspaces/authorize.js';

/** The channel that a workspace has its weekly digest in. */
export interface DigestPlace {
  team: string;
  channel: string;
  /** With the token of that workspace, or of its organisation for that workspace. */
  client: WebClient;
}

interface PlacesOptions {
  settings: SettingsDoor;
  access: Pick<Authorization, 'authorize' | 'ofTeam'>;
  clientOptions: WebClientOptions;
  /** Where the digest of the one workspace goes that has set nothing; null for nowhere. */
  asStarted: string | null;
}

/**
 * Where digests go now: what each workspace has set, where the bot still is.
 * @throws StoreError
 */
export async function digestPlaces(options: PlacesOptions): Promise<DigestPlace[]> {
  const { settings, access, clientOptions, asStarted } = options;
  const channels = new Map<string, string>();
  if (asStarted !== null) {
    const { teamId } = await access.authorize(null, {});
    if (teamId !== undefined) channels.set(teamId, asStarted);
  }
  for (const { team, value } of await settings.everywhere('digest')) {
    const channel = readSetting('digest', value)?.value ?? null;
    if (channel !== null) channels.set(team, channel);
  }
  const places: DigestPlace[] = [];
  for (const [team, channel] of channels) {
    const { botToken, teamId } = await access.ofTeam(team);
    if (botToken === undefined || teamId !== team) continue; // it was set where the bot no longer is
    places.push({ team, channel, client: new WebClient(botToken, { ...clientOptions, teamId }) });
  }
  return places;
}
