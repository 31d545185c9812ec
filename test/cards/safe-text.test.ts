import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, safeLine, safeText } from '../../src/cards/safe-text.js';
import { searchPlace } from '../../src/cards/search-modal.js';

const hostile = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '!',
      '@',
      '#',
      '|',
      '^',
      '&',
      'here',
      'channel',
      'everyone',
      'subteam',
      'S1',
      'U123',
      'C1',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u2060',
      '\0',
      '\u001b[31m',
      '\r',
      '\n',
      '\ud83d',
      'http://evil.example',
      'a',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

it('leaves nothing that a client could take for a mention, that turns a text around, or that a terminal obeys', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const safe of [safeText(text), safeLine(text), safeText(safeText(text))]) {
        expect(safe).not.toMatch(
          /<!(?:here|channel|everyone|subteam)|<[@#][A-Z0-9]|@(?:here|channel|everyone)(?![\p{L}\p{N}])/iu,
        );
        expect(safe).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}|\p{Surrogate}/u);
      }
      expect(safeLine(text)).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 2_000 },
  );
});

it('shows the order of characters that there is', () => {
  expect(cleanText('a\u202egnp.exe\u202c b')).toBe('agnp.exe b');
  expect(cleanText('שלום')).toBe('שלום');
});

it.each([
  '',
  'channel=C1',
  'channel=C1&thread=x',
  'channel=<!channel>&thread=1.2',
  'channel=C1&thread=1.2%20<!here>',
  `channel=C${'1'.repeat(99)}&thread=1.2`,
  '__proto__=1',
  '{"channel":"C1"}',
])('takes the metadata %j for no place', (metadata) => {
  expect(searchPlace(metadata)).toBeNull();
});
