import { messageLimits } from './limits.js';
import { array, boolean, byType, type Fields, integer, object, oneOf, string } from './schema.js';
import { id, link } from './text-objects.js';

const anyNumber = 1_000;
const text = string({ min: 1, max: messageLimits.text });
const style = object(
  {},
  {
    ...{ bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
    ...{ highlight: boolean, client_highlight: boolean, unlink: boolean },
  },
);
const styled: Fields = { style };
const textElement = object({ text }, styled);
const linkElement = object({ url: link }, { ...styled, text: string({ max: messageLimits.text }), unsafe: boolean });
const border: Fields = { border: integer({ min: 0, max: 1 }) };

const inline = byType({
  text: textElement,
  link: linkElement,
  broadcast: object({ range: oneOf('here', 'channel', 'everyone') }, styled),
  color: object({ value: id }, styled),
  channel: object({ channel_id: id }, styled),
  date: object(
    { timestamp: integer({ min: 0, max: 99_999_999_999 }), format: text },
    { ...styled, url: link, fallback: text },
  ),
  emoji: object({ name: id }, { ...styled, unicode: id, url: link, skin_tone: integer({ min: 1, max: 6 }) }),
  team: object({ team_id: id }, styled),
  user: object({ user_id: id }, styled),
  usergroup: object({ usergroup_id: id }, styled),
});

const inlines = array(inline, { max: anyNumber });
const section = object({ elements: inlines });

/** The body of a rich_text block, without its block_id. */
const parts = byType({
  rich_text_section: section,
  rich_text_list: object(
    {
      elements: array(byType({ rich_text_section: section }), { max: anyNumber }),
      style: oneOf('bullet', 'ordered'),
    },
    { ...border, indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0, max: anyNumber }) },
  ),
  rich_text_quote: object({ elements: inlines }, border),
  rich_text_preformatted: object(
    { elements: array(byType({ text: textElement, link: linkElement }), { max: anyNumber }) },
    { ...border, language: id },
  ),
});

export const richText = object({ elements: array(parts, { max: anyNumber }) }, { block_id: id });

/** A rich_text block where another object wants one. */
export const anyRichText = byType({ rich_text: richText });
