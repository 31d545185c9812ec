import { safeUrl } from './safe-url.js';
import type { Inline } from './types.js';

/** Slack escapes these three signs and no others, once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}

/** What stands between `<` and `>`: a mention, a date or a link. Null when it is none of Slack's, and so is text. */
export function parseToken(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? null : decodeEntities(inside.slice(bar + 1)) || null;
  if (target.startsWith('@')) return mention(target.slice(1), label);
  if (target.startsWith('#')) return channel(target.slice(1), label);
  if (target.startsWith('!')) return special(target.slice(1), label);
  const url = decodeEntities(target);
  const safe = safeUrl(url);
  if (safe !== null) return { type: 'link', url: safe, label: label ?? url.replace(/^mailto:/, '') };
  return label === null ? null : { type: 'text', text: label };
}

function mention(id: string, label: string | null): Inline | null {
  return /^[UW][A-Z0-9]+$/.test(id) ? { type: 'user', id, label } : null;
}

function channel(id: string, label: string | null): Inline | null {
  return /^[CDG][A-Z0-9]+$/.test(id) ? { type: 'channel', id, label } : null;
}

function special(command: string, label: string | null): Inline | null {
  const [name = '', first = '', second = '', third = ''] = command.split('^');
  if (name === 'here' || name === 'channel' || name === 'everyone') return { type: 'broadcast', range: name };
  if (name === 'subteam' && first !== '') return { type: 'usergroup', id: first, label };
  if (name === 'date' && /^\d{1,11}$/.test(first)) {
    return {
      type: 'date',
      seconds: Number(first),
      format: decodeEntities(second),
      url: safeUrl(third),
      fallback: label,
    };
  }
  return label === null ? null : { type: 'text', text: label };
}
