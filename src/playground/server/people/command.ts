import { respondTo } from '../api/respond.js';
import { isJson } from '../json.js';
import { commandPayload } from '../payloads/command.js';
import { SlackError } from '../slack-error.js';
import type { ResponseTarget } from '../state/response-urls.js';
import type { Ack, CommandResult, Json } from '../types.js';
import type { Workspace } from '../workspace.js';
import { type Client, openChannelFor } from './client.js';

/** Types a slash command and shows what its acknowledgement carries. */
export async function runCommand(
  client: Client,
  command: string,
  text: string,
  channelName: string,
): Promise<CommandResult> {
  const { user, workspace } = client;
  const channel = openChannelFor(client, channelName);
  if (!workspace.app.hasCommand(command)) return { ack: null, error: 'unknown_command', message: null, problems: [] };
  const target: ResponseTarget = { channel: channel.id, user, source: null };
  const responseUrl = client.url + workspace.responseUrls.create('commands', target);
  const payload = commandPayload(workspace, { command, text, user, channel, responseUrl });
  const { ack, error } = await client.dispatcher.command(payload);
  if (error !== null) return { ack, error, message: null, problems: [] };
  return showAck(workspace, target, ack);
}

/** An acknowledgement may be empty, a text, or a message like one for the response_url. */
function showAck(workspace: Workspace, target: ResponseTarget, ack: Ack): CommandResult {
  const body = ackMessage(ack.body);
  if (body === null) return { ack, error: null, message: null, problems: [] };
  try {
    return { ack, error: null, message: respondTo(workspace, target, body), problems: [] };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ack, error: 'invalid_command_response', message: null, problems: [error.code, ...error.messages] };
  }
}

function ackMessage(body: unknown): Json | null {
  if (typeof body === 'string') return { text: body };
  return isJson(body) && Object.keys(body).length > 0 ? body : null;
}
