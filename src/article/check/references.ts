import { blocksWithin } from '../blocks-within.js';
import type { Rule } from './rule.js';

/**
 * A mention of an article that is not there. Ids of the historic archive (Q) may point outside: teams keep a few of
 * its articles, if any, so they count only where most articles come from it.
 */
export const brokenReference: Rule = {
  name: 'broken-reference',
  severity: 'warning',
  check({ sections }, { ids, mostlyHistoric }) {
    const paragraphs = sections
      .flatMap(({ blocks }) => blocksWithin(blocks))
      .filter((block) => block.type === 'paragraph');
    return paragraphs.flatMap(({ line, inlines }) =>
      inlines
        .filter((inline) => inline.type === 'reference')
        .filter(({ id }) => !ids.has(id) && (mostlyHistoric || !id.startsWith('Q')))
        .map(({ id }) => ({
          line,
          message: `${id} is in none of these folders`,
          advice: 'correct the id, write that article, or check its folder together with this one',
        })),
    );
  },
};
