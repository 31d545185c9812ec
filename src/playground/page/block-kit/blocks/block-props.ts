import type { Json } from '../../../server/types.js';

export interface BlockProps {
  block: Json;
  /** The id that Slack sends along when an element of the block is used. */
  blockId: string;
}
