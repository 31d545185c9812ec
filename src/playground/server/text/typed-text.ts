import type { Json } from '../types.js';
import { escapeText } from './escape.js';

/** How names in typed text are found. Both give null for a name that nobody has. */
export interface NameBook {
  userId(name: string): string | null;
  channelId(name: string): string | null;
}

type Style = 'bold' | 'italic' | 'strike' | 'code';

/** A run of typed text: what stands in `text`, and its rich_text element. */
interface Piece {
  mrkdwn: string;
  element: Json;
}

/** What a client makes of typed text: the escaped `text` and the rich_text block. */
export interface TypedText {
  text: string;
  block: Json;
}

/** Top-level domains after which a client turns a bare host into a link. */
const linkedDomains = 'com|net|org|io|dev|local|edu|gov|info';

const tokens = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '(?<url>https?://[^\\s<>"|`]+[^\\s<>"|`.,;:!?)\\]}\'])',
    '(?<![\\w.+-])(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)',
    `(?<![\\w@/.\\\\-])(?<host>(?:[a-z0-9-]+\\.)+(?:${linkedDomains})(?:/[^\\s<>"|\`]*[\\w/])?)(?![\\w.-])`,
    '(?<![\\w@])@(?<name>[\\w.-]*\\w)',
    '(?<![\\w#&])#(?<channel>[a-z0-9_-]+)',
    ':(?<emoji>[a-z][a-z0-9_+-]*):',
    '(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])',
    '(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])',
    '(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])',
  ].join('|'),
  'gi',
);

const broadcasts = new Set(['here', 'channel', 'everyone']);

/** Turns typed text into what Slack stores and sends to apps. Code keeps its text; only `& < >` are escaped in it. */
export function typedText(typed: string, names: NameBook): TypedText {
  const parts = typed.split(/```\n?([\s\S]+?)\n?```/);
  const texts: string[] = [];
  const elements: Json[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const isCode = index % 2 === 1;
    const pieces = isCode ? [plain(part)] : readPieces(part, names);
    const text = pieces.map(({ mrkdwn }) => mrkdwn).join('');
    texts.push(isCode ? `\`\`\`${text}\`\`\`` : text);
    const type = isCode ? 'rich_text_preformatted' : 'rich_text_section';
    elements.push({ type, elements: pieces.map(({ element }) => element) });
  }
  return { text: texts.join(''), block: { type: 'rich_text', elements } };
}

function readPieces(text: string, names: NameBook): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const piece = readToken(match[0], match.groups ?? {}, names);
    if (piece === null) continue;
    if (match.index > end) pieces.push(plain(text.slice(end, match.index)));
    pieces.push(piece);
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(plain(text.slice(end)));
  return pieces;
}

/** The piece for a token, or null when it is text after all (a name that nobody has). */
function readToken(token: string, groups: Record<string, string | undefined>, names: NameBook): Piece | null {
  const { code, url, mail, host, name, channel, emoji } = groups;
  if (code !== undefined) return styled(token, code, 'code');
  if (url !== undefined) return link(url, null);
  if (mail !== undefined) return link(`mailto:${mail}`, mail);
  if (host !== undefined) return link(`http://${host}`, host);
  if (name !== undefined) return mention(name, names);
  if (channel !== undefined) return channelMention(channel, names);
  if (emoji !== undefined) return { mrkdwn: token, element: { type: 'emoji', name: emoji } };
  return styledToken(token, groups);
}

function styledToken(token: string, { bold, italic, strike }: Record<string, string | undefined>): Piece | null {
  if (bold !== undefined) return styled(token, bold, 'bold');
  if (italic !== undefined) return styled(token, italic, 'italic');
  return strike === undefined ? null : styled(token, strike, 'strike');
}

function plain(text: string): Piece {
  return { mrkdwn: escapeText(text), element: { type: 'text', text } };
}

function styled(token: string, text: string, style: Style): Piece {
  return { mrkdwn: escapeText(token), element: { type: 'text', text, style: { [style]: true } } };
}

function link(url: string, label: string | null): Piece {
  if (label === null) return { mrkdwn: `<${escapeText(url)}>`, element: { type: 'link', url } };
  return { mrkdwn: `<${escapeText(url)}|${escapeText(label)}>`, element: { type: 'link', url, text: label } };
}

function mention(name: string, names: NameBook): Piece | null {
  if (broadcasts.has(name)) return { mrkdwn: `<!${name}>`, element: { type: 'broadcast', range: name } };
  const id = names.userId(name);
  return id === null ? null : { mrkdwn: `<@${id}>`, element: { type: 'user', user_id: id } };
}

function channelMention(name: string, names: NameBook): Piece | null {
  const id = names.channelId(name);
  return id === null ? null : { mrkdwn: `<#${id}|${name}>`, element: { type: 'channel', channel_id: id } };
}
