import type { List } from '../article/types.js';

/** How the items of a list are numbered in its source. */
export type Numbering = 'numbers' | 'letters' | 'none';

export function numbering(list: List): Numbering {
  if (!list.ordered) return 'none';
  return /^\W*[a-z]\W*$/i.test(list.items[0]?.marker ?? '') ? 'letters' : 'numbers';
}

/** Longer numbers at the start of a line are years and the like, and Slack does not count so far. */
const listNumber = /(?<!\d)\d{1,3}(?!\d)/;

/** The number of every item: as its marker says, as long as that counts up; otherwise the one after its neighbour's. */
export function itemNumbers(list: List, form: Numbering): number[] {
  let last = 0;
  return list.items.map(({ marker }) => {
    const written = form === 'letters' ? letterNumber(marker) : Number(listNumber.exec(marker)?.[0] ?? 0);
    last = written > last ? written : last + 1;
    return last;
  });
}

function letterNumber(marker: string): number {
  const letter = /[a-z]/.exec(marker.toLowerCase());
  return letter === null ? 0 : letter[0].charCodeAt(0) - 96;
}
