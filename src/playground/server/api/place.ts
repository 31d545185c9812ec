import { SlackError } from '../slack-error.js';
import type { Workspace } from '../workspace.js';
import type { Place } from './app-message.js';
import type { Arguments } from './arguments.js';

/**
 * Where a new message goes: into the channel, or the thread that `thread_ts` names. A thread whose first message is
 * gone is no error: Slack posts into the channel then, and the answer has no `thread_ts` (slack-go#1571). The ts of a
 * reply is refused, so that the mistake is seen: Slack shows such a message in the thread and in the channel
 * (python-slack-sdk#1116). Throws invalid_thread_ts and cannot_reply_to_message.
 */
export function readPlace(
  args: Arguments,
  { messages }: Workspace,
  channel: string,
  ephemeralTo: string | null = null,
): Place {
  const threadTs = args.text('thread_ts');
  if (threadTs === null) return { channel, ephemeralTo, threadTs };
  if (!/^\d+\.\d+$/.test(threadTs)) throw new SlackError('invalid_thread_ts');
  const parent = messages.getPublic(channel, threadTs);
  if ((parent?.thread_ts ?? threadTs) !== threadTs) throw new SlackError('cannot_reply_to_message');
  return { channel, ephemeralTo, threadTs: parent === null && ephemeralTo === null ? null : threadTs };
}
