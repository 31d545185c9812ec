import type { Json } from '../types.js';
import { elementLimits } from './limits.js';
import { array, exactlyOne, object, type Problems } from './schema.js';
import { optionGroup, selectOption } from './text-objects.js';

const answer = exactlyOne(
  object(
    {},
    {
      options: array(selectOption, { max: elementLimits.options }),
      option_groups: array(optionGroup, { max: elementLimits.optionGroups }),
    },
  ),
  'options',
  'option_groups',
);

/** What Slack would refuse in the acknowledgement of a type-ahead; empty when it is fine. */
export function checkOptions(body: Json): Problems {
  const problems: Problems = [];
  answer(body, '', problems);
  return problems;
}
