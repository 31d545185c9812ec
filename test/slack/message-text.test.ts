import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/slack/message-text.js';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });

describe('the text of a message', () => {
  it('is its rich text, where nothing is escaped', () => {
    const words = [
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' what is ' },
      { type: 'link', url: 'http://web-07.example', text: 'web-07.example' },
    ];
    const lines = [{ type: 'text', text: '<add key="a&b"/>\n401 5 0' }];
    const steps = [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] },
      { type: 'rich_text_section', elements: [{ type: 'link', url: 'http://a.example' }] },
    ];
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: words },
          { type: 'rich_text_preformatted', elements: lines },
          { type: 'rich_text_list', elements: steps },
        ],
      },
    ];
    expect(messageText({ text: '<@U1> escaped', blocks })).toBe(
      'what is web-07.example\n<add key="a&b"/>\n401 5 0\nfirst\nhttp://a.example',
    );
  });

  it('is what an alert shows in blocks, not the text that stands in for them', () => {
    const blocks = [
      { type: 'header', text: plain('web-07 is down') },
      { type: 'section', text: mrkdwn('*HTTP 503* on <https://web-07.example|web-07> &amp; more') },
      { type: 'section', fields: [mrkdwn('Event ID 5002'), plain('<pool> stopped')] },
      { type: 'divider' },
      { type: 'context', elements: [mrkdwn('seen <!date^1^{date}|today>'), { type: 'image', alt_text: 'a graph' }] },
      { type: 'actions', elements: [{ type: 'button', text: plain('Acknowledge') }] },
      { type: 'markdown', text: '`0x80070005`' },
    ];
    expect(messageText({ text: 'Alert', blocks })).toBe(
      'web-07 is down\n*HTTP 503* on web-07 & more\nEvent ID 5002\n<pool> stopped\nseen today\n0x80070005',
    );
  });

  it('is the plain text where blocks say nothing', () => {
    expect(messageText({ text: '401.5 &gt; 0', blocks: [{ type: 'divider' }] })).toBe('401.5 > 0');
  });

  it('has what attachments say, and their stand-in only when they say nothing', () => {
    const attachments = [
      {
        fallback: 'unused',
        pretext: 'Alert',
        title: 'web-07',
        text: 'HTTP 503',
        fields: [{ title: 'Code', value: '5002' }],
      },
      { fallback: 'HTTP 500.19 &lt;web-08&gt;' },
      { fallback: '[no preview available]', blocks: [{ type: 'section', text: mrkdwn('HTTP 401.5') }] },
    ];
    expect(messageText({ text: '', attachments })).toBe(
      'Alert\nweb-07\nHTTP 503\nCode\n5002\nHTTP 500.19 <web-08>\nHTTP 401.5',
    );
  });

  it('has the beginning of a shared text file, and nothing of a picture', () => {
    const files = [
      { name: 'u_ex.log', preview: 'GET /a 500 19 5' },
      { name: 'screenshot 401.5.png', mimetype: 'image/png' },
    ];
    expect(messageText({ text: '', files })).toBe('GET /a 500 19 5');
  });

  it('is empty for a bare mention', () => {
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }];
    expect(messageText({ text: '<@U1>', blocks: [{ type: 'rich_text', elements }] })).toBe('');
  });

  it.each([
    ['its text', (text: string) => ({ text })],
    ['blocks', (text: string) => ({ blocks: Array(50).fill({ type: 'section', text: mrkdwn(text) }) })],
    ['attachments', (text: string) => ({ text: '', attachments: Array(50).fill({ text, fallback: text }) })],
    ['files', (text: string) => ({ files: Array(10).fill({ preview: text }) })],
  ])('is cut where %s would be longer than anybody reads', (_, message) => {
    const text = messageText(message('HTTP 401.5 '.repeat(3_000)));
    expect(text.length).toBeGreaterThan(9_900);
    expect(text.length).toBeLessThanOrEqual(10_000);
  });

  it('never throws, whatever form the parts have', () => {
    const name = fc.constantFrom('type', 'text', 'elements', 'fields', 'blocks', 'fallback', 'preview', 'rich_text');
    const word = fc.constantFrom('rich_text', 'rich_text_list', 'section', 'context', 'mrkdwn', 'text', 'link', 'x');
    const { part } = fc.letrec((tie) => ({
      part: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.constant(null),
        fc.integer(),
        fc.array(tie('part'), { maxLength: 3 }),
        fc.dictionary(name, tie('part'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(part, part, part, (blocks, attachments, files) => {
        expect(typeof messageText({ blocks, attachments, files })).toBe('string');
      }),
    );
  });
});
