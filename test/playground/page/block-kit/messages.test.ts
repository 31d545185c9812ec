import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/playground/server/types.js';
import answer from '../../../goldens/cards/answer.json' with { type: 'json' };
import cutSteps from '../../../goldens/cards/cut-steps.json' with { type: 'json' };
import help from '../../../goldens/cards/help.json' with { type: 'json' };
import hostile from '../../../goldens/cards/hostile.json' with { type: 'json' };
import matches from '../../../goldens/cards/matches.json' with { type: 'json' };
import nestedLists from '../../../goldens/cards/nested-lists.json' with { type: 'json' };
import noMatch from '../../../goldens/cards/no-match.json' with { type: 'json' };
import weak from '../../../goldens/cards/weak.json' with { type: 'json' };
import window from '../../../goldens/cards/window.json' with { type: 'json' };
import { emptyForm, readableText, renderBlocks, renderMessage } from './render.js';

const cards = { answer, cutSteps, help, hostile, matches, nestedLists, noMatch, weak };

describe('a message', () => {
  it.each(Object.entries(cards))('with the card "%s" shows every word of its literal texts', (_, card) => {
    const shown = readableText(renderMessage(card));
    for (const text of literalTexts(card.blocks)) expect(shown).toContain(text);
    expect(shown).not.toContain('not drawn here');
  });

  it('shows its text when it has no blocks, and that it was edited', () => {
    const shown = readableText(renderMessage({ text: '*hi* <@U1ANA>', edited: { user: 'U1ANA', ts: '1.3' } }));
    expect(shown).toBe('hi @Ana(edited)');
  });

  it('shows attachments of both kinds, and files', () => {
    const attachments = [
      {
        color: 'danger',
        title: 'Down',
        title_link: 'https://a.b',
        text: '*web-3*',
        fields: [{ title: 'State', value: 'x' }],
      },
      { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'inside' } }] },
      { color: 'nothing' },
    ];
    const files = [{ name: 'u_ex.log', mimetype: 'text/plain', preview: 'GET / 401 5' }];
    const shown = readableText(renderMessage({ text: 'see', attachments, files }));
    for (const word of ['Down', 'web-3', 'State', 'inside', 'not drawn here', 'u_ex.log', 'GET / 401 5']) {
      expect(shown).toContain(word);
    }
  });

  it('keeps its text when its blocks cannot be read', () => {
    expect(readableText(renderMessage({ text: 'words', blocks: [] }))).toBe('words');
  });
});

describe('a window', () => {
  it('shows an article', () => {
    const shown = readableText(renderBlocks(window.blocks, emptyForm));
    for (const text of literalTexts(window.blocks)) expect(shown).toContain(text);
  });

  it('says what is wrong under the input, and the field names it', () => {
    const block = {
      ...{ type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'Question' } },
      hint: { type: 'plain_text', text: 'A code' },
      element: { type: 'plain_text_input', action_id: 'a' },
    };
    const rendered = renderBlocks([block], { ...emptyForm, errors: { b: 'Too vague.' } });
    const field = /<input[^>]*>/.exec(rendered)?.[0] ?? '';
    const ids = /aria-describedby="([^"]*)"/.exec(field)?.[1]?.split(' ') ?? [];
    expect(field).toContain('aria-invalid="true"');
    const described = ids.map((id) =>
      readableText(new RegExp(`id="${id}"[^>]*>(.*?)</div>`).exec(rendered)?.[1] ?? ''),
    );
    expect(described).toEqual(['A code', 'Too vague.']);
  });

  it('shows the values that were put in, over the initial ones', () => {
    const element = { type: 'plain_text_input', action_id: 'a', initial_value: 'before' };
    const block = { type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'x' }, element };
    expect(renderBlocks([block], emptyForm)).toContain('value="before"');
    expect(renderBlocks([block], { ...emptyForm, values: { b: { a: '' } } })).toContain('value=""');
  });
});

/** The texts of blocks that are shown as they are: plain text and rich text. */
function literalTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(literalTexts);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, ...rest } = value as Json;
  const own = (type === 'plain_text' || type === 'text') && typeof text === 'string' ? [text] : literalTexts(text);
  return [...own, ...literalTexts(Object.values(rest))];
}
