import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeMrkdwn,
  escapeWithin,
  mrkdwn,
  mrkdwnLink,
  personMention,
  userMention,
  webAddress,
} from '../../src/cards/mrkdwn.js';
import { safeText } from '../../src/cards/safe-text.js';
import { hostileText } from '../support/hostile-articles.js';

describe('escapeMrkdwn', () => {
  it('escapes the three characters once', () => {
    expect(escapeMrkdwn('<a> & &lt;')).toBe('&lt;a&gt; &amp; &amp;lt;');
  });

  it('can be undone to the safe text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const decoded = escapeMrkdwn(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(decoded).toBe(safeText(text));
      }),
    );
  });

  it('is kept by the template, which adds nothing', () => {
    expect(mrkdwn`*${escapeMrkdwn('a < b')}*`).toBe('*a &lt; b*');
  });
});

describe('escapeWithin', () => {
  it('never is longer than asked, and never ends inside an entity', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 20, max: 300 }), (text, max) => {
        const escaped = escapeWithin(text, max);
        expect(escaped.length).toBeLessThanOrEqual(max);
        expect(escaped.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
    );
  });
});

describe('safeText', () => {
  it.each([
    ['<!channel>', '<\u2060!channel>'],
    ['<@U024BE7LH>', '<\u2060@U024BE7LH>'],
    ['<!subteam^S1|ops>', '<\u2060!subteam^S1|ops>'],
    ['mail @Here now', 'mail @\u2060Here now'],
    ['\u001b[31mred\u0007', '[31mred'],
    ['half \ud83d', 'half \ufffd'],
  ])('makes %j harmless', (text, safe) => {
    expect(safeText(text)).toBe(safe);
    expect(safeText(safe)).toBe(safe);
  });

  it.each(['<!DOCTYPE html>', '<!-- #include -->', '<%@ Language %>', 'user@herefordshire.example', 'a <b> c'])(
    'leaves %j alone',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );
});

describe('links', () => {
  it('are made only for the web', () => {
    expect(mrkdwnLink('https://example.com/a?b=1&c=|x', 'here')).toBe('<https://example.com/a?b=1&amp;c=%7Cx|here>');
    expect(mrkdwnLink('javascript:alert(1)', 'a<b')).toBe('a&lt;b');
    expect(webAddress('ftp://example.com/')).toBeNull();
    expect(webAddress('http://')).toBeNull();
  });
});

describe('mentions', () => {
  it('are made of ids only', () => {
    expect(userMention('U1A')).toBe('<@U1A>');
    expect(personMention('S1A')).toBe('<!subteam^S1A>');
    for (const bad of ['', 'channel', '<!channel>', '<!here>', 'U1 <!here>', 'u1a', 'S'])
      expect(personMention(bad)).toBeNull();
  });
});
