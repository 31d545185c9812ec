import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBlocks,
  checkMessageBlocks,
  type Surface,
} from '../../../../src/playground/server/block-kit/check-blocks.js';
import type { Json } from '../../../../src/playground/server/types.js';
import {
  button,
  elementSamples,
  messageBlocks,
  modalBlocks,
  mrkdwn,
  option,
  options,
  plain,
  section,
} from './samples.js';

const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const input = (element: Json): Json => ({ type: 'input', label: plain('Label'), element });
const select = (more: Json): Json => actions({ type: 'static_select', action_id: 'a', options: options(1), ...more });
const many = (count: number, make: (index: number) => Json): Json[] =>
  Array.from({ length: count }, (_, index) => make(index));
const x = (length: number): string => 'x'.repeat(length);
const table = (rows: number, cells: number, text = 'c'): Json => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => many(cells, () => ({ type: 'raw_text', text }))),
});
const card = (more: Json): Json => ({ type: 'card', title: mrkdwn('t'), ...more });
const container = (children: Json[]): Json => ({ type: 'container', title: plain('t'), child_blocks: children });

describe('limits', () => {
  it.each<[string, (size: number) => Json, number]>([
    ['section.text', (size) => section(x(size)), 3000],
    ['section.fields', (size) => ({ type: 'section', fields: many(size, () => mrkdwn('f')) }), 10],
    ['a section field', (size) => ({ type: 'section', fields: [mrkdwn(x(size))] }), 2000],
    ['header', (size) => ({ type: 'header', text: plain(x(size)) }), 150],
    ['context elements', (size) => ({ type: 'context', elements: many(size, () => mrkdwn('c')) }), 10],
    ['actions elements', (size) => actions(...many(size, (index) => button({ action_id: `a${index}` }))), 25],
    ['button text', (size) => actions(button({ text: plain(x(size)) })), 75],
    ['button value', (size) => actions(button({ value: x(size) })), 2000],
    ['button url', (size) => actions(button({ url: `https://h/${x(size - 10)}` })), 3000],
    ['accessibility_label', (size) => actions(button({ accessibility_label: x(size) })), 75],
    ['block_id', (size) => ({ type: 'divider', block_id: x(size) }), 255],
    ['action_id', (size) => actions(button({ action_id: x(size) })), 255],
    ['option text', (size) => select({ options: [option({ text: plain(x(size)) })] }), 75],
    ['option value', (size) => select({ options: [option({ value: x(size) })] }), 150],
    ['option description', (size) => select({ options: [option({ description: plain(x(size)) })] }), 75],
    ['options', (size) => select({ options: options(size) }), 100],
    [
      'option groups',
      (size) =>
        select({ options: undefined, option_groups: many(size, () => ({ label: plain('g'), options: options(1) })) }),
      100,
    ],
    ['radio buttons', (size) => actions({ type: 'radio_buttons', options: options(size) }), 10],
    ['checkboxes', (size) => actions({ type: 'checkboxes', options: options(size) }), 10],
    ['overflow', (size) => actions({ type: 'overflow', options: options(size) }), 5],
    ['placeholder', (size) => select({ placeholder: plain(x(size)) }), 150],
    ['confirm title', (size) => actions(button({ confirm: { title: plain(x(size)), text: plain('t') } })), 100],
    ['confirm text', (size) => actions(button({ confirm: { text: plain(x(size)) } })), 300],
    ['confirm button', (size) => actions(button({ confirm: { text: plain('t'), deny: plain(x(size)) } })), 30],
    ['input label', (size) => ({ ...input({ type: 'plain_text_input' }), label: plain(x(size)) }), 2000],
    ['input hint', (size) => ({ ...input({ type: 'plain_text_input' }), hint: plain(x(size)) }), 2000],
    ['max_length', (size) => input({ type: 'plain_text_input', max_length: size }), 3000],
    ['image alt_text', (size) => ({ type: 'image', image_url: 'https://h/i.png', alt_text: x(size) }), 2000],
    [
      'image title',
      (size) => ({ type: 'image', image_url: 'https://h/i.png', alt_text: 'a', title: plain(x(size)) }),
      2000,
    ],
    ['markdown', (size) => ({ type: 'markdown', text: x(size) }), 12_000],
    ['table rows', (size) => table(size, 1), 100],
    ['table cells', (size) => table(1, size), 20],
    ['table text', (size) => table(10, 1, x(size / 10)), 10_000],
    ['card title', (size) => card({ title: mrkdwn(x(size)) }), 150],
    ['card body', (size) => card({ body: mrkdwn(x(size)) }), 200],
    ['card actions', (size) => card({ actions: many(size, (index) => button({ action_id: `a${index}` })) }), 3],
    ['carousel', (size) => ({ type: 'carousel', elements: many(size, () => card({})) }), 10],
    ['container', (size) => container(many(size, () => ({ type: 'divider' }))), 10],
    ['container title', (size) => ({ ...container([{ type: 'divider' }]), title: plain(x(size)) }), 150],
    ['data_table rows', (size) => ({ ...table(size, 1), type: 'data_table', caption: 'c' }), 101],
    ['data_table page_size', (size) => ({ ...table(2, 1), type: 'data_table', caption: 'c', page_size: size }), 100],
    [
      'context_actions',
      (size) => ({
        type: 'context_actions',
        elements: many(size, (index) => ({
          type: 'icon_button',
          icon: 'trash',
          text: plain('t'),
          action_id: `a${index}`,
        })),
      }),
      5,
    ],
  ])('%s', (_what, make, limit) => {
    expect(checkMessageBlocks([make(limit)])).toEqual([]);
    expect(checkMessageBlocks([make(limit + (_what === 'table text' ? 10 : 1))])).toHaveLength(1);
  });

  it.each<[Surface, number]>([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ])('blocks of a %s', (surface, limit) => {
    expect(
      checkBlocks(
        many(limit, () => ({ type: 'divider' })),
        surface,
      ),
    ).toEqual([]);
    expect(
      checkBlocks(
        many(limit + 1, () => ({ type: 'divider' })),
        surface,
      ),
    ).toHaveLength(1);
  });

  it('counts all markdown blocks of a message together', () => {
    const blocks = [
      { type: 'markdown', text: x(6_000) },
      { type: 'markdown', text: x(6_001) },
    ];
    expect(checkMessageBlocks(blocks)).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each<[string, string, unknown]>([
    ['no list', '/blocks', 'text'],
    ['no object', '/blocks/0', [null]],
    ['no type', '/blocks/0', [{}]],
    ['an unknown block', '/blocks/0/type', [{ type: 'banner' }]],
    ['an inherited name', '/blocks/0/type', [{ type: 'constructor' }]],
    ['an empty text', '/blocks/0/text/text', [section('')]],
    ['a section without text', '/blocks/0', [{ type: 'section' }]],
    ['an unknown text type', '/blocks/0/text/type', [{ type: 'section', text: { type: 'html', text: 'x' } }]],
    ['mrkdwn in a header', '/blocks/0/text/type', [{ type: 'header', text: mrkdwn('x') }]],
    ['emoji of mrkdwn', '/blocks/0/text', [{ type: 'section', text: { ...mrkdwn('x'), emoji: true } }]],
    ['a field that is not there', '/blocks/0', [{ type: 'divider', text: 'x' }]],
    ['an unknown element', '/blocks/0/elements/0/type', [actions({ type: 'slider' })]],
    ['an input element in actions', '/blocks/0/elements/0/type', [actions({ type: 'plain_text_input' })]],
    ['a button in an input', '/blocks/0/element/type', [input(button({}))]],
    ['a button without text', '/blocks/0/elements/0', [actions({ type: 'button' })]],
    ['no elements', '/blocks/0/elements', [actions()]],
    ['a broken url', '/blocks/0/elements/0/url', [actions(button({ url: 'nowhere' }))]],
    ['a wrong style', '/blocks/0/elements/0/style', [actions(button({ style: 'loud' }))]],
    [
      'options and groups',
      '/blocks/0/elements/0',
      [select({ option_groups: [{ label: plain('g'), options: options(1) }] })],
    ],
    [
      'an image with two sources',
      '/blocks/0',
      [{ type: 'image', alt_text: 'a', image_url: 'https://h', slack_file: { id: 'F1' } }],
    ],
    [
      'a block_id twice',
      '/blocks/1/block_id',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
    ],
    ['an action_id twice in a block', '/blocks/0', [actions(button({}), button({}))]],
    ['two tables', '/blocks/1', [table(1, 1), table(1, 1)]],
    ['a container in a container', '/blocks/0/child_blocks/0/type', [container([container([{ type: 'divider' }])])]],
    ['an alert in a message', '/blocks/0/type', [{ type: 'alert', text: plain('x') }]],
    [
      'an empty rich text run',
      '/blocks/0/elements/0/elements/0/text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
    ],
  ])('%s', (_what, pointer, blocks) => {
    const problems = checkMessageBlocks(blocks);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\[ERROR\] .+ \[json-pointer:\S+\]$/);
    expect(problems[0]).toContain(`[json-pointer:${pointer}]`);
  });

  it('allows an action_id in two blocks', () => {
    expect(checkMessageBlocks([actions(button({})), actions(button({}))])).toEqual([]);
  });

  it.each(['markdown', 'table', 'carousel', 'context_actions'])('%s stands in messages only', (type) => {
    const block = messageBlocks[type];
    expect(checkBlocks([block], 'message')).toEqual([]);
    expect(checkBlocks([block], 'modal')).toHaveLength(1);
  });
});

describe('what is valid', () => {
  it.each(Object.entries(messageBlocks))('a minimal %s in a message', (_type, block) => {
    expect(checkMessageBlocks([block])).toEqual([]);
  });

  it.each(Object.entries(modalBlocks))('a minimal %s in a modal', (_type, block) => {
    expect(checkBlocks([block], 'modal')).toEqual([]);
  });

  it.each(Object.entries(elementSamples))('a minimal %s', (_type, { block }) => {
    expect(checkBlocks([block], 'modal')).toEqual([]);
  });

  it('any mixture of minimal blocks', () => {
    const { table: _table, data_table: _data, ...repeatable } = messageBlocks;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(repeatable)), { maxLength: 50 }), (blocks) => {
        expect(checkMessageBlocks(blocks)).toEqual([]);
      }),
    );
  });
});

describe('any JSON', () => {
  it('is looked at without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(Array.isArray(checkMessageBlocks(value))).toBe(true);
      }),
    );
  });

  it('in the place of any part of a valid block is looked at without a throw', () => {
    const blocks = Object.values({ ...messageBlocks, ...modalBlocks });
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.nat(), fc.jsonValue({ maxDepth: 3 }), (block, place, value) => {
        const spoiled = spoil(block, place, value);
        expect(Array.isArray(checkMessageBlocks([spoiled]))).toBe(true);
        expect(Array.isArray(checkBlocks([spoiled], 'modal'))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The block with the value in place of its nth part. */
function spoil(block: Json, place: number, value: unknown): unknown {
  let index = 0;
  const parts = JSON.stringify(block, (_key, part) => {
    index += 1;
    return part;
  });
  const target = place % index;
  index = -1;
  return JSON.parse(parts, (_key, part) => {
    index += 1;
    return index === target ? value : part;
  });
}

describe('what is chosen at first', () => {
  const chosen = (more: Json) => checkBlocks([select(more)], 'message');
  const boxes = (more: Json) => checkBlocks([actions({ type: 'checkboxes', options: options(2), ...more })], 'message');

  it('is one of the options, text and all', () => {
    const [first] = options(1);
    expect(chosen({ initial_option: first })).toEqual([]);
    expect(boxes({ initial_options: options(2) })).toEqual([]);
    const groups = { options: undefined, option_groups: [{ label: plain('g'), options: options(1) }] };
    expect(chosen({ ...groups, initial_option: first })).toEqual([]);
  });

  it('is refused when it is not among them', () => {
    const [first] = options(1);
    expect(chosen({ initial_option: { ...first, text: plain('another name') } })).toEqual([
      '[ERROR] initial_option must be one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
    ]);
    expect(boxes({ initial_options: [option({ value: 'none of them' })] })).toHaveLength(1);
  });
});
