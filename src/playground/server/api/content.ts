import { checkMessageBlocks, textLength } from '../block-kit/check-blocks.js';
import { messageLimits } from '../block-kit/limits.js';
import { withIds } from '../block-kit/placed-elements.js';
import { objectsIn } from '../json.js';
import { SlackError } from '../slack-error.js';
import type { Message } from '../types.js';
import { Arguments } from './arguments.js';

/** What an app puts into a message. Absent fields were not given. */
export type Content = Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>>;

/** A new message: a text that is too long is cut, and a warning says so. */
export function readMessage(args: Arguments): { content: Content; warnings: string[] } {
  const text = args.text('text');
  const isCut = text !== null && text.length > messageLimits.text;
  const content = readContent(isCut ? new Arguments({ ...args.raw, text: text.slice(0, messageLimits.text) }) : args);
  return { content, warnings: isCut ? ['message_truncated'] : [] };
}

/**
 * Reads and checks the content arguments of chat.*, a response_url or a command's acknowledgement.
 * Throws no_text, msg_too_long, invalid_blocks, invalid_blocks_format, msg_blocks_too_long and their like.
 */
export function readContent(args: Arguments): Content {
  const content = { ...readText(args), ...readBlocks(args), ...readAttachments(args), ...readMetadata(args) };
  const isEmpty = [content.blocks, content.attachments].every((list) => list === undefined || list.length === 0);
  if (isEmpty && (content.text ?? '').trim() === '') throw new SlackError('no_text');
  return content;
}

function readText(args: Arguments): Content {
  const text = args.text('text');
  if (text === null) return {};
  if (text.length > messageLimits.text) throw new SlackError('msg_too_long');
  return { text };
}

function readBlocks(args: Arguments): Content {
  const markdown = args.text('markdown_text');
  const given = args.json('blocks', 'invalid_blocks_format');
  if (markdown !== null && (given !== null || args.text('text') !== null))
    throw new SlackError('markdown_text_conflict');
  const blocks = markdown === null ? given : [{ type: 'markdown', text: markdown }];
  if (blocks === null) return {};
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  const problems = checkMessageBlocks(blocks);
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems);
  if (textLength(blocks) > messageLimits.allBlocks) throw new SlackError('msg_blocks_too_long');
  return { blocks: withIds(objectsIn(blocks)) };
}

function readAttachments(args: Arguments): Content {
  const attachments = args.json('attachments', 'invalid_attachments');
  if (attachments === null) return {};
  if (!Array.isArray(attachments)) throw new SlackError('invalid_attachments');
  if (attachments.length > messageLimits.attachments) throw new SlackError('too_many_attachments');
  return { attachments: objectsIn(attachments) };
}

function readMetadata(args: Arguments): Content {
  const metadata = args.object('metadata', 'invalid_metadata_format');
  if (metadata === null) return {};
  if (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object') {
    throw new SlackError('invalid_metadata_format');
  }
  if (JSON.stringify(metadata).length > messageLimits.metadata) throw new SlackError('metadata_too_large');
  return { metadata };
}
