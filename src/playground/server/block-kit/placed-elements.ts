import { isJson, objectsIn, stringOrNull } from '../json.js';
import type { Json } from '../types.js';

/** An interactive element and the block that holds it. */
export interface PlacedElement {
  blockId: string;
  block: Json;
  element: Json;
}

/** Every element with an action_id, in reading order; containers, cards and carousels included. */
export function elementsOf(blocks: readonly Json[]): PlacedElement[] {
  return blocks.flatMap((block) => [
    ...ownElements(block).map((element) => ({ blockId: stringOrNull(block.block_id) ?? '', block, element })),
    ...elementsOf(nestedBlocks(block)),
  ]);
}

function ownElements(block: Json): Json[] {
  const candidates = [block.accessory, block.element, ...objectsIn(block.elements), ...objectsIn(block.actions)];
  return candidates.filter(isJson).filter((element) => typeof element.action_id === 'string');
}

function nestedBlocks(block: Json): Json[] {
  const cards = block.type === 'carousel' ? objectsIn(block.elements) : [];
  return [...objectsIn(block.child_blocks), ...cards];
}

/** The blocks with the ids that Slack makes up where the app gave none. */
export function withIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => ({
    ...block,
    block_id: stringOrNull(block.block_id) ?? madeUpId(),
    ...(isJson(block.accessory) ? { accessory: withActionId(block.accessory) } : {}),
    ...(isJson(block.element) ? { element: withActionId(block.element) } : {}),
    ...(block.type === 'actions' ? { elements: objectsIn(block.elements).map(withActionId) } : {}),
    ...(Array.isArray(block.child_blocks) ? { child_blocks: withIds(objectsIn(block.child_blocks)) } : {}),
  }));
}

function withActionId(element: Json): Json {
  if (element.type === 'image' || typeof element.action_id === 'string') return element;
  return { ...element, action_id: madeUpId() };
}

/** Five signs like Slack's own made-up ids. */
function madeUpId(): string {
  return Math.random().toString(36).slice(2, 7).padEnd(5, '0');
}
