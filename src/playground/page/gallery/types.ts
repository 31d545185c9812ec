import type { Hello } from '../../protocol.js';
import type { Message, View } from '../../server/types.js';

/** A card to be looked at: as a message, or as a window or Home tab. */
export type Exhibit = { name: string; message: Message } | { name: string; view: View };

/** What the gallery shows; whoever opens it serves this as `exhibits.json` beside the page. */
export interface Exhibits {
  /** Who is there and what they are called. */
  hello: Hello;
  exhibits: Exhibit[];
}
