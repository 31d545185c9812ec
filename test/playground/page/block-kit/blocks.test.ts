import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/playground/server/types.js';
import { button, elementSamples, messageBlocks, modalBlocks, options } from '../../server/block-kit/samples.js';
import { addresses, emptyForm, readableText, renderBlocks } from './render.js';

const runs = { numRuns: 150 };
const samples = { ...messageBlocks, ...modalBlocks };

/** Text that would be markup somewhere: Slack's, markdown's, HTML's. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '*x* _y_ ~z~ `c`',
    '<@U1ANA> <!here> <#C1OPS>',
    '<https://a.b|c>',
    '&lt;b&gt; &amp;amp;',
    '> q',
    '```f```',
    '<b>h</b>',
    '# h',
  ),
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes(':')),
);
const badAddress = fc.constantFrom(
  'javascript:alert(1)',
  'JaVa\nscript:alert(1)',
  ' javascript:x',
  'data:text/html,<script>x</script>',
  'vbscript:x',
  '//x',
  'x',
);

/** What a person reads, white space as a browser shows it. */
function shown(blocks: readonly Json[]): string {
  return readableText(renderBlocks(blocks));
}

describe('every block', () => {
  it.each(Object.entries(samples))('%s shows something', (type, block) => {
    const rendered = renderBlocks([block]);
    expect(rendered).not.toContain('not drawn here');
    if (type === 'divider') expect(rendered).toContain('<hr');
    else expect(readableText(rendered).trim()).not.toBe('');
  });

  it.each(Object.entries(elementSamples))('input with %s has its label and a field', (_, { block }) => {
    const rendered = renderBlocks([block], emptyForm);
    expect(rendered).not.toContain('not drawn here');
    expect(rendered).toMatch(/<(input|textarea)[^>]*/);
    expect(rendered).toMatch(/aria-labelledby="/);
  });

  it('that is not known says so, with its JSON', () => {
    expect(shown([{ type: 'hologram', depth: 3 }])).toMatch(/hologram: not drawn here.*"depth": 3/s);
    expect(shown([{ type: 'constructor' }])).toContain('not drawn here');
    expect(shown([{}])).toContain('not drawn here');
  });

  it('whatever is in its fields, neither throws nor shows nothing', () => {
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
    const types = fc.constantFrom(...Object.keys(samples));
    fc.assert(
      fc.property(types, fc.dictionary(fc.constantFrom(...fieldNames()), anything), (type, fields) => {
        const sample = samples[type] ?? {};
        for (const block of [
          { ...sample, ...fields, type },
          { ...fields, type },
        ]) {
          const rendered = renderBlocks([block]);
          if (!/<(hr|button|input|textarea|img|summary)/.test(rendered)) expect(readableText(rendered)).not.toBe('');
        }
      }),
      runs,
    );
  });

  it('with an element whose fields are anything, neither throws nor shows nothing', () => {
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
    const types = fc.constantFrom(
      ...Object.keys(elementSamples),
      'button',
      'overflow',
      'feedback_buttons',
      'icon_button',
      'hologram',
    );
    fc.assert(
      fc.property(types, fc.dictionary(fc.constantFrom(...elementFieldNames), anything), (type, fields) => {
        const element = { action_id: 'a', ...fields, type };
        const rendered = renderBlocks([{ type: 'actions', elements: [element] }]);
        expect(rendered).toMatch(/<(button|input|textarea|fieldset|summary)/);
        renderBlocks([{ type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'x' }, element }], emptyForm);
      }),
      runs,
    );
  });
});

describe('text that is plain', () => {
  const plain = (text: string): Json => ({ type: 'plain_text', text, emoji: false });

  it('stays literal wherever it stands', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const places: Json[] = [
          { type: 'section', text: plain(text) },
          { type: 'section', fields: [plain(text)] },
          { type: 'header', text: plain(text) },
          { type: 'context', elements: [plain(text)] },
          { type: 'actions', elements: [button({ text: plain(text) })] },
          { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
          { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] },
          { type: 'table', rows: [[{ type: 'raw_text', text: 'Code' }], [{ type: 'raw_text', text }]] },
          { type: 'alert', text: plain(text) },
        ];
        for (const block of places) expect(shown([block])).toContain(text);
      }),
      runs,
    );
  });

  it('turns into emoji only where the app wants that', () => {
    expect(shown([{ type: 'header', text: plain('at :80: :tada:') }])).toBe('at :80: :tada:');
    expect(shown([{ type: 'header', text: { type: 'plain_text', text: 'at :80: :tada:' } }])).toBe('at :80: 🎉');
  });
});

describe('addresses', () => {
  it('that would run something are never followed', () => {
    fc.assert(
      fc.property(badAddress, (url) => {
        const link = { type: 'link', url, text: 'press' };
        const places: Json[] = [
          { type: 'section', text: { type: 'mrkdwn', text: `<${url}|press>` } },
          { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] },
          { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [link] }] },
          { type: 'markdown', text: `[press](${url}) <${url}>` },
          { type: 'image', image_url: url, alt_text: 'press' },
          { type: 'video', video_url: url, title_url: url, thumbnail_url: url, alt_text: 'press', title: plainPress },
          { type: 'call', call: { v1: { name: 'press', join_url: url } } },
          { type: 'task_card', title: 'press', sources: [{ type: 'url', url, text: 'press' }] },
          { type: 'context', elements: [{ type: 'image', image_url: url, alt_text: 'press' }] },
        ];
        for (const block of places) {
          const rendered = renderBlocks([block]);
          expect(readableText(rendered)).toContain('press');
          for (const address of addresses(rendered)) expect(address).toMatch(/^https?:/);
        }
      }),
      runs,
    );
  });
});

const plainPress = { type: 'plain_text', text: 'press' };

describe('lists', () => {
  const list = (fields: Json): Json => ({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
        ...fields,
      },
    ],
  });

  it.each([
    [0, 'ordered', 'decimal'],
    [1, 'ordered', 'lower-alpha'],
    [2, 'ordered', 'lower-roman'],
    [3, 'ordered', 'decimal'],
    [0, 'bullet', 'disc'],
    [1, 'bullet', 'circle'],
    [2, 'bullet', 'square'],
  ])('on level %i, %s, have the marker %s', (indent, style, marker) => {
    expect(renderBlocks([list({ indent, style })])).toContain(`list-style-type:${marker}`);
  });

  it('go on from their offset', () => {
    expect(renderBlocks([list({ style: 'ordered', offset: 4 })])).toContain('start="5"');
  });
});

describe('choices', () => {
  it('with the same value twice do not take the message down', () => {
    for (const type of ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes', 'overflow']) {
      const element = { type, action_id: 'a', options: [...options(2), ...options(2)] };
      expect(renderBlocks([{ type: 'actions', elements: [element] }])).not.toContain('not drawn');
    }
    const group = { label: { type: 'plain_text', text: 'Same' }, options: options(2) };
    const grouped = { type: 'static_select', action_id: 'a', option_groups: [group, group] };
    expect(renderBlocks([{ type: 'actions', elements: [grouped] }])).not.toContain('not drawn');
  });

  it('offer what the app gives, with what it chose at first', () => {
    const element = { type: 'radio_buttons', action_id: 'a', options: options(3), initial_option: options(3)[1] };
    const rendered = renderBlocks([{ type: 'actions', elements: [element] }]);
    expect(rendered.match(/type="radio"/g)).toHaveLength(3);
    expect(rendered.match(/checked=""/g)).toHaveLength(1);
  });
});

const elementFieldNames = [
  ...['text', 'value', 'url', 'style', 'confirm', 'accessibility_label', 'placeholder', 'options', 'option_groups'],
  ...['initial_option', 'initial_options', 'initial_value', 'initial_date', 'initial_date_time', 'initial_user'],
  ...['min_query_length', 'max_length', 'multiline', 'filter', 'positive_button', 'negative_button', 'icon'],
];

/** The names of all fields of all samples, and a few that they leave out. */
function fieldNames(): string[] {
  const names = Object.values(samples).flatMap((block) => Object.keys(block));
  const others = [
    'accessory',
    'fields',
    'hint',
    'body',
    'subtitle',
    'hero_image',
    'sources',
    'details',
    'page_size',
    'block_id',
  ];
  return [...new Set([...names, ...others])].filter((name) => name !== 'type');
}
