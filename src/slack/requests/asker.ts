import { z } from 'zod';
import { type IncomingMessage, isFromPerson } from '../events/from-person.js';
import { originOf } from '../workspaces/origin.js';

/** Who waits for an answer, and where: what is kept of a request until it is finished. */
const schema = z.object({
  /** Ids of the workspace and its organisation; null where there is none. */
  team: z.string().nullable(),
  enterprise: z.string().nullable(),
  isOrgWide: z.boolean(),
  user: z.string(),
  /** Null for a window, and for the Home tab. */
  channel: z.string().nullable(),
});

export type Asker = z.infer<typeof schema>;

/** The parts of a request's body that say who waits. None is trusted to be there. */
interface AskingBody {
  type?: unknown;
  user?: { id?: unknown };
  channel?: { id?: unknown };
  container?: { channel_id?: unknown };
  event?: IncomingMessage & { type: string };
}

const asking = ['block_actions', 'message_action', 'shortcut', 'view_submission'];

/**
 * Who waits for what a request brings. Null for requests that nobody waits for, such as messages of bots, and for commands: their
 * answer travels in the acknowledgement, so Slack itself says when there is none.
 */
export function askerOf(request: object): Asker | null {
  const body: AskingBody = request; // signed by Slack, and each field is looked at below
  const { team, enterprise, isOrgWide } = originOf(request);
  const from = { team, enterprise, isOrgWide };
  if (body.event !== undefined) {
    const { event } = body;
    const isAsked = event.type === 'app_mention' || (event.type === 'message' && event.channel_type === 'im');
    if (!isAsked || !isFromPerson(event) || event.user === undefined) return null;
    return { ...from, user: event.user, channel: event.channel };
  }
  const user = body.user?.id;
  if (typeof body.type !== 'string' || !asking.includes(body.type) || typeof user !== 'string') return null;
  const channel = body.channel?.id ?? body.container?.channel_id;
  return { ...from, user, channel: typeof channel === 'string' ? channel : null };
}

/** Reads what was kept, perhaps by another version. */
export function readAsker(kept: string): Asker | null {
  try {
    return schema.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}
