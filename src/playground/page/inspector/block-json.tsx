import type { Message, View } from '../../server/types.js';

/** The Block Kit JSON of a message or view, to read and to copy. */
export function BlockJson({ message }: { message: Message | View }) {
  return <pre>{JSON.stringify(message.blocks ?? [], null, 2)}</pre>;
}
