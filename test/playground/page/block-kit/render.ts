import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../../../src/playground/page/block-kit/blocks.js';
import type { BlockForm, BlockKitHost } from '../../../../src/playground/page/block-kit/host.js';
import { MessageBody } from '../../../../src/playground/page/block-kit/message-body.js';
import { Mrkdwn } from '../../../../src/playground/page/block-kit/mrkdwn.js';
import type { Json, Message } from '../../../../src/playground/server/types.js';

/** Somebody and some channel that mentions can mean. */
export const host: BlockKitHost = {
  place: { viewId: 'V1' },
  act: async () => ({ error: null }),
  options: async () => [],
  userName: (id) => (id === 'U1ANA' ? 'Ana' : null),
  channelName: (id) => (id === 'C1OPS' ? 'web-ops' : null),
  users: () => [{ id: 'U1ANA', name: 'Ana' }],
  channels: () => [{ id: 'C1OPS', name: 'web-ops' }],
};

export const emptyForm: BlockForm = { values: {}, errors: {}, isDisabled: false, onChange: () => undefined };

export function renderBlocks(blocks: readonly Json[], form?: BlockForm): string {
  return html(createElement(Blocks, { blocks, host, ...(form === undefined ? {} : { form }) }));
}

export function renderMrkdwn(text: string): string {
  return html(createElement(Mrkdwn, { text, host }));
}

export function renderMessage(message: Partial<Message>): string {
  const whole: Message = {
    type: 'message',
    channel: 'C1OPS',
    ts: '1.2',
    user: 'U1ANA',
    text: '',
    team: 'T1',
    ...message,
  };
  return html(createElement(MessageBody, { message: whole, host }));
}

/** React's own complaints (keys, nesting, attributes) count as failures. */
function html(element: ReactElement): string {
  const complaints: unknown[] = [];
  const before = console.error;
  console.error = (...complaint: unknown[]) => complaints.push(complaint.map(String).join(' '));
  try {
    const rendered = renderToStaticMarkup(element);
    if (complaints.length > 0) throw new Error(`React complains: ${complaints.join('\n')}`);
    return rendered;
  } finally {
    console.error = before;
  }
}

/** What a person reads, names of buttons and pictures included: the texts between tags, decoded. */
export function readableText(rendered: string): string {
  const named = rendered.replace(/<[^>]*?\s(?:aria-label|alt|placeholder|value)="([^"]*)"[^>]*>/g, ' $1 ');
  return decode(named.replace(/<[^>]*>/g, ''));
}

/** Every address that a click can lead to. */
export function addresses(rendered: string): string[] {
  return [...rendered.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map((match) => decode(match[1] ?? ''));
}

function decode(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => signs[name] ?? '');
}
