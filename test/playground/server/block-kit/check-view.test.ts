import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkView } from '../../../../src/playground/server/block-kit/check-view.js';
import { isJson } from '../../../../src/playground/server/json.js';
import type { Json } from '../../../../src/playground/server/types.js';
import { messageBlocks, plain, section } from './samples.js';

const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain('Search'), blocks: [section('x')], ...more });
const x = (length: number): string => 'x'.repeat(length);

describe('checkView', () => {
  it.each<[string, (size: number) => Json, number]>([
    ['title', (size) => modal({ title: plain(x(size)) }), 24],
    ['submit', (size) => modal({ submit: plain(x(size)) }), 24],
    ['close', (size) => modal({ close: plain(x(size)) }), 24],
    ['private_metadata', (size) => modal({ private_metadata: x(size) }), 3000],
    ['callback_id', (size) => modal({ callback_id: x(size) }), 255],
    ['external_id', (size) => modal({ external_id: x(size) }), 255],
    ['blocks', (size) => modal({ blocks: Array.from({ length: size }, () => ({ type: 'divider' })) }), 100],
  ])('bounds %s', (_what, make, limit) => {
    expect(checkView(make(limit), 'modal')).toEqual([]);
    expect(checkView(make(limit + 1), 'modal')).toHaveLength(1);
  });

  it.each<[string, string, Json]>([
    ['no title', '/view', { type: 'modal', blocks: [] }],
    ['no blocks', '/view', { type: 'modal', title: plain('x') }],
    ['a home view', '/view/type', { ...modal(), type: 'home' }],
    ['mrkdwn as title', '/view/title/type', modal({ title: { type: 'mrkdwn', text: 'x' } })],
    ['an unknown field', '/view', modal({ hash: 'x' })],
    ['an input without submit', '/view/submit', modal({ blocks: [messageBlocks.input] })],
    ['a bad block', '/view/blocks/0/text/text', modal({ blocks: [section('')] })],
    ['a markdown block', '/view/blocks/0/type', modal({ blocks: [messageBlocks.markdown] })],
  ])('refuses %s', (_what, pointer, view) => {
    const problems = checkView(view, 'modal');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`[json-pointer:${pointer}]`);
  });

  it('knows Home views: no title, no submit', () => {
    expect(checkView({ type: 'home', blocks: [section('x')], private_metadata: 'x' }, 'home')).toEqual([]);
    expect(checkView({ type: 'home', blocks: [], title: plain('x') }, 'home')).toHaveLength(1);
  });

  it('looks at any JSON object without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (value, blocks) => {
        const view = { ...(isJson(value) ? value : {}), blocks };
        expect(Array.isArray(checkView(view, 'modal'))).toBe(true);
        expect(Array.isArray(checkView(view, 'home'))).toBe(true);
      }),
    );
  });
});
