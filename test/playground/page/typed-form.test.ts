import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedForm } from '../../../src/playground/page/composer/typed-form.js';
import { typedText } from '../../../src/playground/server/text/typed-text.js';

const ids: Record<string, string> = { ana: 'U0ANA', 'web-ops': 'C0WEBOPS' };
const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));

function stored(typed: string): string {
  return typedText(typed, { userId: (name) => ids[name] ?? null, channelId: (name) => ids[name] ?? null }).text;
}

function again(text: string): string {
  return typedForm(text, { userName: (id) => names[id] ?? null, channelName: (id) => names[id] ?? null });
}

describe('a message that is edited', () => {
  it.each([
    'thanks @ana, see #web-ops & https://example.com/a?b=1&c=2',
    '@here look: `<configuration>` and *bold* & a < b',
    'mail ops@example.com or www.example.com',
    '```\n<add key="a" />\n```',
    'a name that nobody has: @nobody, #nowhere',
  ])('shows what was typed: %s', (typed) => {
    expect(again(stored(typed)).replaceAll(/```\n?|\n?```/g, '```')).toBe(typed.replaceAll(/```\n?|\n?```/g, '```'));
  });

  it('shows what was typed, whatever that was', () => {
    const words = fc.constantFrom(
      '@ana',
      '#web-ops',
      '@channel',
      '*b*',
      '`<x>`',
      'a&b',
      '<',
      '>',
      '&amp;',
      'https://example.com',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (parts) => {
        const typed = parts.join(' ');
        expect(again(stored(typed))).toBe(typed);
      }),
    );
  });
});
