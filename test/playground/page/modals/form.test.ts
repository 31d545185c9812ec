import { describe, expect, it } from 'vitest';
import { emptyForm, valuesToSend, withValue } from '../../../../src/playground/page/modals/form.js';

const input = (blockId: string, actionId: string) => ({
  type: 'input',
  block_id: blockId,
  element: { type: 'plain_text_input', action_id: actionId },
});

describe('the form of a window', () => {
  it('keeps what was typed, and forgets what was wrong with it', () => {
    const wrong = { ...emptyForm, errors: { b: 'Too vague.', c: 'Missing.' } };
    const typed = withValue(withValue(wrong, 'b', 'a', '401.5'), 'd', 'a', ['x']);
    expect(typed.values).toEqual({ b: { a: '401.5' }, d: { a: ['x'] } });
    expect(typed.errors).toEqual({ c: 'Missing.' });
  });

  it('sends what the view still has after an update', () => {
    const values = { kept: { a: '1' }, renamed: { a: '2' }, nested: { b: '3' }, beside: { c: '4' }, row: { d: '5' } };
    const blocks = [
      input('kept', 'a'),
      input('renamed', 'other'),
      { type: 'container', child_blocks: [input('nested', 'b')] },
      { type: 'section', block_id: 'beside', accessory: { type: 'datepicker', action_id: 'c' } },
      { type: 'actions', block_id: 'row', elements: [{ type: 'timepicker', action_id: 'd' }] },
    ];
    expect(valuesToSend({ blocks }, values)).toEqual({
      kept: { a: '1' },
      nested: { b: '3' },
      beside: { c: '4' },
      row: { d: '5' },
    });
  });
});
