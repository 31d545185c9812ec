import type { SettingsPlace } from '../settings/known-settings.js';
import type { Outside } from '../workspaces/outside.js';

/** What is read of a request of any kind. */
export interface PlacedRequest {
  context: { teamId?: string | undefined; outside?: Outside };
  body: object;
}

/** The workspace, and the conversation that the request names in one of Slack's ways. */
export function placeOf({ context, body }: PlacedRequest): SettingsPlace {
  const { channel_id: ofCommand, channel, container, event }: RequestBody = body;
  const named = [ofCommand, event?.channel, channel?.id, container?.channel_id];
  return { team: context.teamId, channel: named.find((id) => typeof id === 'string') };
}

interface RequestBody {
  channel_id?: string;
  channel?: { id?: string };
  container?: { channel_id?: string };
  event?: { channel?: string };
}
