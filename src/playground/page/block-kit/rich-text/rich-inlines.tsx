import type { ReactNode } from 'react';
import type { Json } from '../../../server/types.js';
import { InOrder } from '../in-order.js';
import { isJson, numberOrNull, stringOrNull } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { formatDate } from '../text/dates.js';
import { emojiSign } from '../text/emoji.js';
import { EmojiSign, UserGroup } from '../text/inlines.js';
import { ChannelMention, Mention, UserMention } from '../text/mention.js';
import { SafeLink } from '../text/safe-link.js';
import textStyles from '../text/text.module.css';
import styles from './rich-text.module.css';

/** The elements within a line of a rich_text block. */
export function RichInlines({ elements }: { elements: readonly Json[] }) {
  return (
    <InOrder
      of={elements}
      draw={(element) => (
        <Styled style={isJson(element.style) ? element.style : {}}>
          <Element element={element} />
        </Styled>
      )}
    />
  );
}

function Element({ element }: { element: Json }) {
  const text = stringOrNull(element.text);
  switch (element.type) {
    case 'text':
      return text ?? '';
    case 'link':
      return isUnlinked(element) ? linkText(element) : <SafeLink url={element.url}>{linkText(element)}</SafeLink>;
    case 'user':
      return <UserMention id={stringOrNull(element.user_id) ?? '?'} />;
    case 'channel':
      return <ChannelMention id={stringOrNull(element.channel_id) ?? '?'} />;
    case 'usergroup':
      return <UserGroup id={stringOrNull(element.usergroup_id) ?? '?'} />;
    case 'team':
      return <Mention sign="@" name={stringOrNull(element.team_id) ?? '?'} />;
    case 'broadcast':
      return <Mention sign="@" name={stringOrNull(element.range) ?? '?'} />;
    case 'emoji':
      return <Emoji element={element} />;
    case 'color':
      return <Colour value={stringOrNull(element.value) ?? '?'} />;
    case 'date':
      return <DateText element={element} />;
    default:
      return <NotDrawn what={element} isInline />;
  }
}

function isUnlinked(element: Json): boolean {
  return isJson(element.style) && element.style.unlink === true;
}

function linkText(element: Json): string {
  return stringOrNull(element.text) || stringOrNull(element.url) || '?';
}

function Emoji({ element }: { element: Json }) {
  const name = stringOrNull(element.name) ?? '?';
  const sign = fromUnicode(element.unicode) ?? emojiSign(name);
  return sign === null ? `:${name}:` : <EmojiSign name={name} sign={sign} />;
}

/** Slack writes the code points in hex, with `-` between them. */
function fromUnicode(value: unknown): string | null {
  if (typeof value !== 'string' || !/^[0-9a-f]{2,5}(-[0-9a-f]{2,5})*$/i.test(value)) return null;
  return String.fromCodePoint(...value.split('-').map((point) => Number.parseInt(point, 16)));
}

function Colour({ value }: { value: string }) {
  const isColour = /^#[0-9a-f]{3,8}$/i.test(value);
  return (
    <>
      {value}
      {isColour && <span className={styles.swatch} style={{ background: value }} />}
    </>
  );
}

function DateText({ element }: { element: Json }) {
  const seconds = numberOrNull(element.timestamp);
  const fallback = stringOrNull(element.fallback) ?? '?';
  const text = seconds === null ? fallback : formatDate(stringOrNull(element.format) ?? '', seconds) || fallback;
  return element.url === undefined ? text : <SafeLink url={element.url}>{text}</SafeLink>;
}

function Styled({ style, children }: { style: Json; children: ReactNode }) {
  let styled = children;
  if (style.code === true) styled = <code className={textStyles.code}>{styled}</code>;
  if (style.underline === true) styled = <span className={styles.underline}>{styled}</span>;
  if (style.highlight === true || style.client_highlight === true) {
    styled = <mark className={styles.highlight}>{styled}</mark>;
  }
  if (style.strike === true) styled = <s>{styled}</s>;
  if (style.italic === true) styled = <i>{styled}</i>;
  return style.bold === true ? <b>{styled}</b> : styled;
}
