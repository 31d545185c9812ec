import { describe, expect, it } from 'vitest';
import { whyText } from '../../src/cards/reasons.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Reason } from '../../src/search/types.js';

const word = (found: string): Reason => ({ type: 'word', asked: found, found, field: 'cause' });

describe('whyText', () => {
  it.each<[Reason[], string]>([
    [[], ''],
    [[{ type: 'id', asked: '288323', found: 'Q288323' }], 'you asked for Q288323'],
    [[{ type: 'code', asked: '401;5', found: '401.5', field: 'declared' }], '401.5 among its codes'],
    [[{ type: 'code-family', asked: '401.5', found: '401', field: 'title' }], '401 (not 401.5 itself) in the title'],
    [
      [{ type: 'spelling', asked: 'nltm', found: 'NTLM', field: 'queryWords' }],
      'NTLM (you wrote nltm) in its query words',
    ],
    [[{ type: 'phrase', asked: 'keep alive', found: 'keep-alive', field: 'symptoms' }], '“keep-alive” in the symptoms'],
    [[word('a'), word('b'), word('a')], 'a, b in the cause'],
    [
      [{ type: 'code', asked: '401.5', found: '401.5', field: 'cause' }, word('401.5'), word('NTLM')],
      '401.5, NTLM in the cause',
    ],
    [
      [{ type: 'phrase', asked: 'pool stops', found: 'pool stops', field: 'cause' }, word('pool'), word('restart')],
      '“pool stops”, restart in the cause',
    ],
    [['a', 'b', 'c', 'd', 'e', 'f'].map(word), 'a, b, c, d and 2 more in the cause'],
  ])('%j', (why, text) => {
    expect(whyText(english, why)).toBe(text);
  });
});
