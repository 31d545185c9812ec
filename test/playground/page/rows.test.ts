import { describe, expect, it } from 'vitest';
import { rowsOf, threadRowsOf } from '../../../src/playground/page/messages/rows.js';
import { messageAt, tsAt } from './message.js';

const day = 24 * 60 * 60;

describe('the rows of a channel', () => {
  it('are compact when the same person goes on within five minutes', () => {
    const rows = rowsOf([messageAt(0), messageAt(299), messageAt(599)], null, 'U0ANA');
    expect(rows.map(({ isCompact }) => isCompact)).toEqual([false, true, false]);
  });

  it('are not compact after somebody else, or where only one person sees it', () => {
    const messages = [
      messageAt(0),
      messageAt(1, { user: 'U0CHLOE' }),
      messageAt(2, { user: 'U0CHLOE', ephemeral_to: 'U0ANA' }),
    ];
    expect(rowsOf(messages, null, 'U0ANA').map(({ isCompact }) => isCompact)).toEqual([false, false, false]);
  });

  it('have a divider at the first message of each day', () => {
    const rows = rowsOf([messageAt(0), messageAt(60), messageAt(day)], null, 'U0ANA');
    expect(rows.map(({ startsDay }) => startsDay)).toEqual([true, false, true]);
  });

  it('have the line "New" above the first message of somebody else, which then shows its author', () => {
    const messages = [messageAt(0), messageAt(1, { user: 'U0ANA' }), messageAt(2), messageAt(3)];
    const rows = rowsOf(messages, tsAt(0), 'U0ANA');
    expect(rows.map(({ isFirstNew }) => isFirstNew)).toEqual([false, false, true, false]);
    expect(rows[2]?.isCompact).toBe(false);
  });

  it('have no line above what only this person sees', () => {
    const rows = rowsOf([messageAt(0), messageAt(1, { ephemeral_to: 'U0ANA' })], tsAt(0), 'U0ANA');
    expect(rows.some(({ isFirstNew }) => isFirstNew)).toBe(false);
  });
});

describe('the rows of a thread', () => {
  const parent = messageAt(0);

  it('count the replies above the first of them', () => {
    const rows = threadRowsOf([parent, messageAt(1), messageAt(2)], parent.ts);
    expect(rows.map(({ replies }) => replies)).toEqual([null, 2, null]);
  });

  it('show the author of the first reply, even the one of the parent', () => {
    const rows = threadRowsOf([parent, messageAt(1), messageAt(2)], parent.ts);
    expect(rows.map(({ isCompact }) => isCompact)).toEqual([false, false, true]);
  });
});
