import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessageBlocks } from '../../../../src/playground/server/block-kit/check-blocks.js';
import { typedText } from '../../../../src/playground/server/text/typed-text.js';

const names = {
  userId: (name: string) => ({ ana: 'U0ANA', substatus: 'U0BOT' })[name.toLowerCase()] ?? null,
  channelId: (name: string) => (name === 'web-ops' ? 'C0WEB' : null),
};

describe('typedText', () => {
  it.each([
    ['401.5 & <b> "q"', '401.5 &amp; &lt;b&gt; "q"'],
    ['@Substatus, 401.5', '<@U0BOT>, 401.5'],
    ['@nobody and a@b', '@nobody and a@b'],
    ['see #web-ops and #4711', 'see <#C0WEB|web-ops> and #4711'],
    ['@here look', '<!here> look'],
    ['http://host/a?x=1&y=2.', '<http://host/a?x=1&amp;y=2>.'],
    ['contoso.com and ASP.NET', '<http://contoso.com|contoso.com> and <http://ASP.NET|ASP.NET>'],
    ['mail ops@contoso.com', 'mail <mailto:ops@contoso.com|ops@contoso.com>'],
    ['w3wp.exe web.config 10.0.0.1 12:34:56', 'w3wp.exe web.config 10.0.0.1 12:34:56'],
    ['`http://host/a <b>`', '`http://host/a &lt;b&gt;`'],
    ['*bold* _it_ ~no~ a_b_c 2*3*4', '*bold* _it_ ~no~ a_b_c 2*3*4'],
    ['```\n@Substatus <x>\n```', '```@Substatus &lt;x&gt;```'],
  ])('turns %j into %j', (typed, text) => {
    expect(typedText(typed, names).text).toBe(text);
  });

  it('makes the rich_text block that clients send', () => {
    const { block } = typedText('@ana *now* `x` http://h/a :wave:\n```\ncode\n```', names);
    expect(block).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U0ANA' },
            { type: 'text', text: ' ' },
            { type: 'text', text: 'now', style: { bold: true } },
            { type: 'text', text: ' ' },
            { type: 'text', text: 'x', style: { code: true } },
            { type: 'text', text: ' ' },
            { type: 'link', url: 'http://h/a' },
            { type: 'text', text: ' ' },
            { type: 'emoji', name: 'wave' },
            { type: 'text', text: '\n' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
      ],
    });
  });

  it.each(['x', 'a.', 'a@', ':a', '_a ', '*a', '``` '])('reads a wall of "%s" in one go', (part) => {
    const wall = part.repeat(300_000 / part.length); // looked through again from every letter, this would take minutes
    expect(typedText(wall, names).text.length).toBeGreaterThanOrEqual(300_000);
  });

  it('makes a valid block of any text, and no bare < > in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), (typed) => {
        const { text, block } = typedText(typed, names);
        expect(checkMessageBlocks([block])).toEqual([]);
        expect(text.replaceAll(/<(?:[@#!][\w|-]+|(?:https?:|mailto:)[^<>]+)>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
