import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSlackText } from '../../src/slack/text.js';

describe('decodeSlackText', () => {
  it.each([
    ['plain words stay', '401.5 ntlm', '401.5 ntlm'],
    ['a mention vanishes', '<@U0123ABC> 401.5', '401.5'],
    ['a labelled mention vanishes', '<@U0123ABC|ana> 401.5', '401.5'],
    ['broadcasts vanish', '<!here> <!channel> <!subteam^S1|@web> 503', '503'],
    ['a channel keeps its name', 'see <#C1|incident-4711>', 'see #incident-4711'],
    [
      'an auto-linked host keeps what was typed',
      'GET <http://web-07.example/a|web-07.example/a> 401 5 0',
      'GET web-07.example/a 401 5 0',
    ],
    ['a bare link keeps its address', '<https://web-07.example/x?y=1&amp;z=2>', 'https://web-07.example/x?y=1&z=2'],
    ['a mail link keeps the address', '<mailto:ana@example.com|ana@example.com>', 'ana@example.com'],
    ['a date keeps its fallback', '<!date^1392734382^{date}|18 Feb 2014> 500', '18 Feb 2014 500'],
    ['entities are decoded once', '&lt;system.webServer&gt; &amp;lt;', '<system.webServer> &lt;'],
    ['markup that is not Slack’s stays', 'a <b c> d', 'a <b c> d'],
    ['smart quotes become plain', '\u201cHTTP Error 401.5\u201d it\u2019s', '"HTTP Error 401.5" it\'s'],
    ['dashes and hard spaces become plain', '401\u20115\u00a0sub\u2013status', '401-5 sub-status'],
    ['zero-width characters vanish', '401\u200b.5', '401.5'],
    ['an escaped broadcast is only text', '&lt;!channel&gt; &lt;@U1&gt;', '<!channel> <@U1>'],
    ['a label that looks like a mention is only text', '<http://a.example|@channel>', '@channel'],
    ['code marks fall away', '`401.5` and ```500.19```', '401.5  and  500.19'],
  ])('%s', (_, typed, expected) => {
    expect(decodeSlackText(typed)).toBe(expected);
  });

  it('gives back what was typed, for any text that Slack escaped', () => {
    const typed = fc.string({ unit: fc.constantFrom('<', '>', '&', 'a', '4', '0', '1', '.', ';', 'l', 't', '\\') });
    fc.assert(
      fc.property(typed, (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(decodeSlackText(escaped)).toBe(text.trim());
      }),
    );
  });

  it('never throws and never keeps a mention', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('<@U1>', '<!here>', '<!channel>'),
        (text, mention) => {
          expect(decodeSlackText(`${text.replaceAll('<', '')}${mention}`)).not.toContain(mention);
        },
      ),
    );
  });
});
