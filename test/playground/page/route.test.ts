import { describe, expect, it } from 'vitest';
import { hashOf, routeOf } from '../../../src/playground/page/shell/route.js';

const nowhere = { channel: null, tab: 'messages', thread: null, target: null };

describe('the address of a window', () => {
  it.each([
    '#/',
    '#/C0WEBOPS',
    '#/D0ANABOT/home',
    '#/C0WEBOPS/thread/1700000000.000100',
    '#/C0WEBOPS/p/1700000000.000100',
  ])('says where it is: %s', (hash) => {
    expect(hashOf(routeOf(hash))).toBe(hash);
  });

  it('is nowhere without a channel, and in the channel when the rest makes no sense', () => {
    expect(routeOf('')).toEqual(nowhere);
    expect(routeOf('#/C1/thread/yesterday')).toEqual({ ...nowhere, channel: 'C1' });
  });
});
