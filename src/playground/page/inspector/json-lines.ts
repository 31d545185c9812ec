/** One line of a JSON tree that is drawn from top to bottom. */
export interface JsonLine {
  /** A JSON pointer: names the line while it opens and closes. */
  path: string;
  /** The path of the object or array that holds it; null for the outermost. */
  parent: string | null;
  /** 1 for the outermost, as in `aria-level`. */
  level: number;
  /** The key or index within the parent; null for the outermost. */
  key: string | null;
  value: unknown;
  /** What is inside, when it can be opened: of a string that holds JSON, the JSON. */
  entries: readonly (readonly [string, unknown])[] | null;
  isOpen: boolean;
  /** A string that holds JSON, as Slack's Web API takes blocks and views. */
  isEncoded: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
}

/** Which paths are open: those that somebody opened or closed, and of the rest the outer levels. */
export interface Unfolding {
  openLevels: number;
  chosen: ReadonlyMap<string, boolean>;
}

/** The lines that are to be seen. */
export function jsonLines(value: unknown, unfolding: Unfolding): JsonLine[] {
  const lines: JsonLine[] = [];
  add({ path: '', parent: null, level: 1, key: null, value, position: 1, siblings: 1 }, unfolding, lines);
  return lines;
}

type Place = Omit<JsonLine, 'entries' | 'isOpen' | 'isEncoded'>;

function add(place: Place, unfolding: Unfolding, lines: JsonLine[]): void {
  const decoded = typeof place.value === 'string' ? decode(place.value) : null;
  const entries = entriesOf(decoded ?? place.value);
  const isOpen = entries !== null && (unfolding.chosen.get(place.path) ?? place.level <= unfolding.openLevels);
  lines.push({ ...place, entries, isOpen, isEncoded: decoded !== null });
  if (!isOpen) return;
  const level = place.level + 1;
  entries.forEach(([key, value], index) => {
    const path = `${place.path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    add(
      { path, parent: place.path, level, key, value, position: index + 1, siblings: entries.length },
      unfolding,
      lines,
    );
  });
}

/** Null when there is nothing to open. */
function entriesOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.length === 0 ? null : entries;
}

/** The object or array that a string holds, or null. */
function decode(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

/** A closed object or array in a few words: its type where Slack gives one, and how much is in it. */
export function preview({ value, entries, isEncoded }: JsonLine): string {
  if (entries === null) return scalarText(value);
  const isArray = Array.isArray(isEncoded ? JSON.parse(String(value)) : value);
  if (isArray) return `[ ${entries.length} ]`;
  const type = entries.find(([key]) => key === 'type')?.[1];
  const names = entries.slice(0, 3).map(([key]) => key);
  const inside = typeof type === 'string' ? `type: ${JSON.stringify(type)}` : names.join(', ');
  return entries.length > (typeof type === 'string' ? 1 : names.length) ? `{ ${inside}, … }` : `{ ${inside} }`;
}

/** Line ends of a string are line ends, which reads better; all else is as in JSON. */
function scalarText(value: unknown): string {
  const json = JSON.stringify(value) ?? 'undefined';
  return json.replace(/\\(.)/g, (sequence, character) => (character === 'n' ? '\n' : sequence));
}
