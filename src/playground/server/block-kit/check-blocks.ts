import { isJson, objectsIn } from '../json.js';
import type { Json } from '../types.js';
import { blocks as schemas } from './blocks.js';
import { blockLimits, messageLimits, viewLimits } from './limits.js';
import { elementsOf } from './placed-elements.js';
import { array, byType, complain, type Problems } from './schema.js';

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that stand on some surfaces only; all others stand everywhere. */
const surfaces: Record<string, readonly Surface[]> = {
  alert: ['modal'],
  markdown: ['message'],
  table: ['message'],
  data_table: ['message', 'home'],
  card: ['message'],
  carousel: ['message'],
  container: ['message'],
  context_actions: ['message'],
  task_card: ['message'],
  plan: ['message'],
  file: ['message'],
};

const anyBlock = byType(schemas);
const lists = {
  message: array(anyBlock, { max: messageLimits.blocks }),
  modal: array(anyBlock, { max: viewLimits.blocks }),
  home: array(anyBlock, { max: viewLimits.blocks }),
};

/** What Slack would refuse in the blocks of a message; empty when they are fine. Takes any JSON. */
export function checkMessageBlocks(blocks: unknown): Problems {
  const problems = checkBlocks(blocks, 'message');
  checkTables(objectsIn(blocks), problems);
  const markdown = objectsIn(blocks).filter(({ type }) => type === 'markdown');
  if (markdown.length > 1 && textLength(markdown) > messageLimits.markdown) {
    complain(
      problems,
      `markdown blocks must be less than ${messageLimits.markdown + 1} characters together`,
      '/blocks',
    );
  }
  return problems;
}

/** The same for any surface, without the rules that only messages have. */
export function checkBlocks(blocks: unknown, surface: Surface): Problems {
  const problems: Problems = [];
  lists[surface](blocks, '/blocks', problems);
  if (!Array.isArray(blocks)) return problems;
  for (const [index, block] of blocks.entries()) checkSurface(block, surface, index, problems);
  checkUnique(objectsIn(blocks), problems);
  return problems;
}

/** The characters of all texts in the blocks; what Slack seems to count (bolt-js#2509). Values and urls are not texts. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [name, field]) => sum + fieldLength(name, field), 0);
}

const textFields = new Set(['text', 'title', 'alt_text', 'caption']);

function fieldLength(name: string, field: unknown): number {
  if (typeof field !== 'string') return textLength(field);
  return textFields.has(name) ? field.length : 0;
}

function checkSurface(block: unknown, surface: Surface, index: number, problems: Problems): void {
  if (!isJson(block) || typeof block.type !== 'string' || !Object.hasOwn(surfaces, block.type)) return;
  if (surfaces[block.type]?.includes(surface)) return;
  complain(problems, `unsupported type: ${block.type} in a ${surface}`, `/blocks/${index}/type`);
}

/** block_ids are unique in the list, action_ids in their block. */
function checkUnique(blocks: readonly Json[], problems: Problems): void {
  const blockIds = blocks.map(({ block_id }) => block_id);
  for (const [index, block] of blocks.entries()) {
    const { block_id } = block;
    if (typeof block_id === 'string' && blockIds.indexOf(block_id) < index) {
      complain(problems, `block_id already exists: ${block_id}`, `/blocks/${index}/block_id`);
    }
    const actionIds = elementsOf([block]).map(({ element }) => String(element.action_id));
    const twice = actionIds.find((id, place) => actionIds.indexOf(id) < place);
    if (twice !== undefined) complain(problems, `action_id already exists: ${twice}`, `/blocks/${index}`);
  }
}

/** One table a message, with a bound on its text. */
function checkTables(blocks: readonly Json[], problems: Problems): void {
  let tables = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'table') continue;
    tables += 1;
    if (tables > 1) complain(problems, 'only one table is allowed', `/blocks/${index}`);
    if (textLength(block) > blockLimits.tableText) {
      complain(problems, `must be less than ${blockLimits.tableText + 1} characters`, `/blocks/${index}/rows`);
    }
  }
}
