import type { Json } from '../../server/types.js';
import { BlockList } from './block-list.js';
import { BlockKitProvider } from './context.js';
import type { BlockForm, BlockKitHost } from './host.js';

export interface BlocksProps {
  blocks: readonly Json[];
  host: BlockKitHost;
  form?: BlockForm;
}

/** The blocks of a message or view, one below the other. */
export function Blocks({ blocks, host, form }: BlocksProps) {
  return (
    <BlockKitProvider host={host} form={form ?? null}>
      <BlockList blocks={blocks} />
    </BlockKitProvider>
  );
}
