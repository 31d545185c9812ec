import type { Json } from '../../server/types.js';
import type { BlockForm, BlockKitHost } from './host.js';

export interface BlocksProps {
  blocks: readonly Json[];
  host: BlockKitHost;
  form?: BlockForm;
}

/** The blocks of a message or view, one below the other. */
export function Blocks({ blocks }: BlocksProps) {
  return <pre>{JSON.stringify(blocks, null, 2)}</pre>;
}
