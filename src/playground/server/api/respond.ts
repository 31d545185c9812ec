import { SlackError } from '../slack-error.js';
import type { ResponseTarget } from '../state/response-urls.js';
import type { Json, Message } from '../types.js';
import type { Workspace } from '../workspace.js';
import { editAsApp, postAsApp } from './app-message.js';
import { Arguments } from './arguments.js';
import { type Content, readMessage } from './content.js';
import { readPlace } from './place.js';

/**
 * Does what a POST to a response_url asks for: a new message (ephemeral unless `response_type` is in_channel),
 * or the replacement or deletion of the clicked one. Returns the message that stands there now, null for a deletion.
 * Throws SlackError for content that Slack refuses.
 */
export function respondTo(workspace: Workspace, target: ResponseTarget, body: Json): Message | null {
  const args = new Arguments(body);
  const source = currentSource(workspace, target);
  if (args.flag('delete_original')) return deleteOriginal(workspace, source);
  const { content } = readMessage(args);
  if (args.flag('replace_original') && source !== null) return replaceOriginal(workspace, source, content, args);
  const ephemeralTo = args.text('response_type') === 'in_channel' ? null : target.user.id;
  if (ephemeralTo === null && workspace.directory.channel(target.channel)?.isArchived) {
    throw new SlackError('is_archived');
  }
  return postAsApp(workspace, content, readPlace(args, workspace, target.channel, ephemeralTo));
}

/** A command's response_url has no original, so replace_original posts a new message (bolt-js#2287). */
function currentSource({ messages }: Workspace, { channel, source }: ResponseTarget): Message | null {
  return source === null ? null : messages.get(channel, source.ts);
}

function deleteOriginal(workspace: Workspace, source: Message | null): null {
  if (source === null) throw new SlackError('message_not_found');
  workspace.messages.remove(source);
  return null;
}

/** An ephemeral message that is replaced leaves its thread unless the response names it again. */
function replaceOriginal(workspace: Workspace, source: Message, content: Content, args: Arguments): Message {
  if (source.ephemeral_to === undefined) return editAsApp(workspace, source, content);
  const { thread_ts, ...elsewhere } = source;
  const { threadTs } = readPlace(args, workspace, source.channel, source.ephemeral_to);
  return editAsApp(workspace, threadTs === null ? elsewhere : { ...elsewhere, thread_ts: threadTs }, content);
}
