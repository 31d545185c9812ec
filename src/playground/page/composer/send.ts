import { request } from '../connection/client.js';
import { currentWorkspace } from '../connection/store.js';
import { reportDelivery, reportFailure } from '../toasts/report.js';
import { showToast } from '../toasts/toasts.js';
import { noteFromSlackbot } from './slackbot.js';

/** Sends what was typed, as a message or as a command. False when it did not go out: the text is not to be lost then. */
export async function send(channel: string, threadTs: string | null, text: string): Promise<boolean> {
  try {
    const command = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text);
    if (command === null) await request('post', { channel, text, ...(threadTs === null ? {} : { threadTs }) });
    else await sendCommand(channel, threadTs, command[1] ?? '', command[2]?.trim() ?? '');
    return true;
  } catch (error) {
    reportFailure(error);
    return false;
  }
}

/** A failure is told where Slack tells it: by Slackbot, in the channel, to this person only. */
async function sendCommand(channel: string, threadTs: string | null, command: string, text: string): Promise<void> {
  const known = currentWorkspace()?.commands.some((one) => one.command === command) ?? false;
  const refusal = known ? (threadTs === null ? null : notInThreads(command)) : notACommand(command);
  if (refusal !== null) {
    noteFromSlackbot(channel, threadTs, refusal);
    return;
  }
  const { error, problems = [] } = await request('command', { channel, command, text });
  if (error === null) return;
  noteFromSlackbot(channel, null, `\`${command}\` failed with the error "${error}"`);
  if (problems.length > 0) showToast({ tone: 'error', code: error, text: 'Slack refused:', details: problems });
}

function notInThreads(command: string): string {
  return `\`${command}\` is not supported in threads. Sorry!`;
}

function notACommand(command: string): string {
  return (
    `\`${command}\` is not a valid command. Messages that start with a \`/\` are taken for commands here: ` +
    'to send one as a message, type a space before the slash.'
  );
}

/** Runs a global shortcut of the app. */
export async function runGlobalShortcut(callbackId: string): Promise<void> {
  try {
    reportDelivery(await request('globalShortcut', { callbackId }));
  } catch (error) {
    reportFailure(error);
  }
}
