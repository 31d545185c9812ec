/**
 * No more of a text is read. Fewer are looked up; what comes after them is there so that a password which stands across
 * that place is still seen as one.
 */
export const longestText = 10_000;

const characterReferences: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What people's keyboards and clients put in place of the plain characters that log lines are made of. */
const typography: [RegExp, string][] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"'],
  [/[\u2018\u2019\u201a\u201b]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/**
 * Undoes Slack's escaping of text that people typed: `<http://web-07/a|web-07/a>` becomes `web-07/a`, mentions of
 * people and broadcasts vanish, channels keep their name, `&lt;` becomes `<`, code marks fall away, smart quotes
 * and long dashes become plain. Decodes once, so what a person typed as `&lt;` arrives as `&lt;`. Reads the beginning of
 * a very long text only.
 */
export function decodeSlackText(text: string): string {
  const withoutTokens = text
    .slice(0, longestText)
    .replace(/<([^<>\n]{1,3000})>/g, (_, token: string) => tokenText(token));
  const unescaped = withoutTokens.replace(
    /&(?:lt|gt|amp);/g,
    (reference) => characterReferences[reference] ?? reference,
  );
  return plainCharacters(unescaped.replace(/`+/g, ' '));
}

/** One `<...>` of Slack's text: a link, a mention or a command. */
function tokenText(token: string): string {
  const [target = '', label] = token.split('|', 2);
  if (target.startsWith('@')) return ' ';
  if (target.startsWith('#')) return label === undefined || label === '' ? ' ' : `#${label}`;
  if (target.startsWith('!date')) return label ?? ' ';
  if (target.startsWith('!')) return ' ';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return `<${token}>`;
  return label ?? target.replace(/^(?:mailto|tel):/, '');
}

/** A text with the plain characters that log lines are made of. */
export function plainCharacters(text: string): string {
  return typography.reduce((soFar, [pattern, replacement]) => soFar.replace(pattern, replacement), text).trim();
}
