import type { Message } from '../../server/types.js';
import { Blocks } from './blocks.js';
import type { BlockKitHost } from './host.js';
import { Mrkdwn } from './mrkdwn.js';

export interface MessageBodyProps {
  message: Message;
  host: BlockKitHost;
}

/** What a message says: its blocks or else its text, attachments, files and "(edited)". Without avatar, name and time. */
export function MessageBody({ message, host }: MessageBodyProps) {
  if (message.blocks === undefined) return <Mrkdwn text={message.text} host={host} />;
  return <Blocks blocks={message.blocks} host={host} />;
}
