import { BlockKitProvider } from './context.js';
import type { BlockKitHost } from './host.js';
import { MrkdwnText } from './text/mrkdwn-text.js';

export interface MrkdwnProps {
  text: string;
  host: BlockKitHost;
}

/** Text in Slack's markup, outside of a block. */
export function Mrkdwn({ text, host }: MrkdwnProps) {
  return (
    <BlockKitProvider host={host}>
      <MrkdwnText text={text} />
    </BlockKitProvider>
  );
}
