/** How ids are named. Both give null for an id that nobody has. */
export interface NamesById {
  userName(id: string): string | null;
  channelName(id: string): string | null;
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A message's text as its author typed it: what the server stored, turned back for editing. */
export function typedForm(text: string, names: NamesById): string {
  const named = text.replaceAll(/<([^<>]+)>/g, (whole, inside: string) => typedToken(inside, names) ?? whole);
  return named.replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

function typedToken(inside: string, { userName, channelName }: NamesById): string | null {
  const [target = '', label] = inside.split('|');
  const id = target.slice(1);
  if (target.startsWith('@')) return prefixed('@', userName(id));
  if (target.startsWith('#')) return prefixed('#', label ?? channelName(id));
  if (target.startsWith('!')) return /^!(?:here|channel|everyone)$/.test(target) ? `@${id}` : null;
  return label ?? target;
}

function prefixed(sign: string, name: string | null): string | null {
  return name === null ? null : `${sign}${name}`;
}
