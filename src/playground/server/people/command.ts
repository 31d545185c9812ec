import { respondTo } from '../api/respond.js';
import { isJson } from '../json.js';
import { commandPayload } from '../payloads/command.js';
import { SlackError } from '../slack-error.js';
import type { ResponseTarget } from '../state/response-urls.js';
import type { Ack, CommandResult, Json, User } from '../types.js';
import { channelFor, type Stage } from './stage.js';

/** Types a slash command and shows what its acknowledgement carries. */
export async function runCommand(
  stage: Stage,
  user: User,
  command: string,
  text: string,
  channelName: string,
): Promise<CommandResult> {
  const channel = channelFor(stage, user, channelName);
  const target: ResponseTarget = { channel: channel.id, user, source: null };
  const responseUrl = stage.url + stage.workspace.responseUrls.create('commands', target);
  const payload = commandPayload(stage.workspace, { command, text, user, channel, responseUrl });
  const { ack, error } = await stage.dispatcher.command(payload);
  if (error !== null) return { ack, error, message: null, problems: [] };
  return showAck(stage, target, ack);
}

/** An acknowledgement may be empty, a text, or a message like one for the response_url. */
function showAck(stage: Stage, target: ResponseTarget, ack: Ack): CommandResult {
  const body = ackMessage(ack.body);
  if (body === null) return { ack, error: null, message: null, problems: [] };
  try {
    return { ack, error: null, message: respondTo(stage.workspace, target, body), problems: [] };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ack, error: 'invalid_command_response', message: null, problems: [error.code, ...error.messages] };
  }
}

function ackMessage(body: unknown): Json | null {
  if (typeof body === 'string') return { text: body };
  return isJson(body) && Object.keys(body).length > 0 ? body : null;
}
