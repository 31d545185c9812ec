import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from '../../../../src/playground/page/block-kit/text/parse-mrkdwn.js';
import { addresses, readableText, renderMrkdwn } from './render.js';

/** The markup without class names, to compare. */
function plainHtml(text: string): string {
  return renderMrkdwn(text).replace(/ (?:class|target|rel|role|aria-label)="[^"]*"/g, '');
}

describe("Slack's markup", () => {
  it.each([
    ['*bold* and a*b*c', '<div><b>bold</b> and a*b*c</div>'],
    ['_it_ ~gone~ `code`', '<div><i>it</i> <s>gone</s> <code>code</code></div>'],
    ['*_both_*, _*both*_.', '<div><b><i>both</i></b>, <i><b>both</b></i>.</div>'],
    ['2 * 3 * 4 and *a\nb*', '<div>2 * 3 * 4 and *a\nb*</div>'],
    ['snake_case_name, a ~ b ~ c', '<div>snake_case_name, a ~ b ~ c</div>'],
    ['*a `*` b*', '<div><b>a <code>*</code> b</b></div>'],
    ['`*literal* :tada: &lt;x&gt;`', '<div><code>*literal* :tada: &lt;x&gt;</code></div>'],
    ['1. one\n- two\n# three', '<div>1. one\n- two\n# three</div>'],
    ['&amp;lt; &lt;b&gt; &quot;', '<div>&amp;lt; &lt;b&gt; &amp;quot;</div>'],
    ['&gt; said\n&gt; twice\nanswer', '<blockquote>said\ntwice</blockquote><div>answer</div>'],
    ['&gt;&gt;&gt;all\nof it', '<blockquote>all\nof it</blockquote>'],
    ['a\n```\n*x* &amp;\n  y\n```\nb', '<div>a</div><pre>*x* &amp;\n  y</pre><div>b</div>'],
    ['<https://a.b/?x=1&amp;y=2|the *page*>', '<div><a href="https://a.b/?x=1&amp;y=2">the *page*</a></div>'],
    [
      'see https://a.b/c. or (https://d.e)',
      '<div>see <a href="https://a.b/c">https://a.b/c</a>. or (<a href="https://d.e/">https://d.e</a>)</div>',
    ],
    ['<mailto:a@b.c|a@b.c>', '<div><a href="mailto:a@b.c">a@b.c</a></div>'],
    [
      '<@U1ANA> <#C1OPS|x> <#C9NO|other> <!here> <!subteam^S1|@team>',
      '<div><span>@Ana</span> <span>#web-ops</span> <span>#other</span> <span>@here</span> <span>@team</span></div>',
    ],
    ['<b>bold</b> <system.webServer>', '<div>&lt;b&gt;bold&lt;/b&gt; &lt;system.webServer&gt;</div>'],
    ['<javascript:alert(1)|press> <data:text/html,x>', '<div>press &lt;data:text/html,x&gt;</div>'],
    [':tada: :not_one: 12:30:45', '<div><span>🎉</span> :not_one: 12:30:45</div>'],
  ])('%s', (text, expected) => {
    expect(plainHtml(text)).toBe(expected);
  });

  it('writes a date in its format, with a link and a fallback', () => {
    const noon = 1_392_734_382;
    expect(readableText(renderMrkdwn(`<!date^${noon}^On {date_num}|then>`))).toBe('On 2014-02-18');
    expect(plainHtml(`<!date^${noon}^{date_short}^https://a.b/|then>`)).toBe(
      '<div><a href="https://a.b/">Feb 18, 2014</a></div>',
    );
    expect(readableText(renderMrkdwn('<!date^x^{date}|then>'))).toBe('then');
  });

  it('leaves bare addresses alone when the text is verbatim', () => {
    expect(parseMrkdwn('https://a.b', { verbatim: true })).toEqual([
      { type: 'paragraph', inlines: [{ type: 'text', text: 'https://a.b' }] },
    ]);
  });

  const signs = fc.constantFrom(
    ...'*_~`<>|:&;^@#! \nab1.'.split(''),
    '```',
    '&lt;',
    '&amp;',
    '<@U1ANA>',
    'https://a.b/c',
  );
  const markup = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

  it('never throws, and leads nowhere that runs something', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), (text) => {
        for (const address of addresses(renderMrkdwn(text))) expect(address).toMatch(/^(https?|mailto|tel|slack):/);
      }),
    );
  });

  it('keeps every word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 });
    const joints = fc.constantFrom(
      ' ',
      ' *',
      '* ',
      ' _',
      '_ ',
      '~',
      ' `',
      '` ',
      '\n',
      '\n&gt; ',
      ' ```',
      '``` ',
      ' &amp; ',
      ' | ',
    );
    fc.assert(
      fc.property(words, fc.array(joints, { minLength: 20, maxLength: 20 }), (all, between) => {
        const text = all.map((word, index) => `${between[index]}${word}`).join('');
        expect(lettersOf(readableText(renderMrkdwn(text)))).toBe(all.join(''));
      }),
    );
  });

  it('shows escaped text as it was before escaping', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[*_~`:\n>|]|https?:/.test(text)),
        (text) => {
          const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
          expect(readableText(renderMrkdwn(escaped))).toBe(text);
        },
      ),
    );
  });
});

function lettersOf(text: string): string {
  return text.replace(/[^a-z]/g, '');
}
