import { blocksWithin } from '../blocks-within.js';
import type { Rule } from './rule.js';

/**
 * A mention of an article that is not there. Ids of the historic archive (Q) may point outside: teams keep a few of
 * its articles, if any, so they count only where most articles come from it. What looks like an id of ours in a
 * historic article is a download of its time (S12104).
 */
export const brokenReference: Rule = {
  name: 'broken-reference',
  severity: 'warning',
  check({ id: own, sections }, { ids, mostlyHistoric }) {
    const paragraphs = sections
      .flatMap(({ blocks }) => blocksWithin(blocks))
      .filter((block) => block.type === 'paragraph');
    return paragraphs.flatMap(({ line, inlines }) =>
      [...new Set(inlines.flatMap((inline) => (inline.type === 'reference' ? [inline.id] : [])))]
        .filter((id) => !ids.has(id) && (isHistoric(id) ? mostlyHistoric : !isHistoric(own)))
        .map((id) => ({
          line,
          quote: id,
          message: `${id} is in none of these folders`,
          advice: 'correct the id, write that article, or check its folder together with this one',
        })),
    );
  },
};

function isHistoric(id: string): boolean {
  return id.startsWith('Q');
}
