import type { BlockKitHost } from './host.js';

export interface MrkdwnProps {
  text: string;
  host: BlockKitHost;
}

/** Text in Slack's markup. */
export function Mrkdwn({ text }: MrkdwnProps) {
  return <span>{text}</span>;
}
