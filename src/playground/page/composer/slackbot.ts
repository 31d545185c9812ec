import { applyEvent, currentWorkspace } from '../connection/store.js';
import { slackbotId } from '../shell/people.js';

let lastMicros = 0;

/** Slack's own answer, which only this window shows and no server keeps. */
export function noteFromSlackbot(channel: string, threadTs: string | null, text: string): void {
  const workspace = currentWorkspace();
  if (workspace === null) return;
  applyEvent({
    type: 'message',
    message: {
      ...{ type: 'message', channel, ts: nextTs(), user: slackbotId, text, team: workspace.team.id },
      ...(threadTs === null ? {} : { thread_ts: threadTs }),
      ephemeral_to: workspace.me.id,
    },
  });
}

/** Now, in Slack's form, and no two the same. */
function nextTs(): string {
  lastMicros = Math.max(lastMicros + 1, Date.now() * 1000);
  return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
}
