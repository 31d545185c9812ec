import { checkOptions } from '../block-kit/check-options.js';
import { isJson, objectsIn } from '../json.js';
import { SlackError } from '../slack-error.js';
import type { Json, Option } from '../types.js';

/** The options of a type-ahead acknowledgement, groups flattened. Throws with Slack's reasons when they break its rules. */
export function readOptions(body: unknown): Option[] {
  const answer: Json = isJson(body) ? body : {};
  const problems = checkOptions(answer);
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems);
  const groups = objectsIn(answer.option_groups).flatMap((group) => objectsIn(group.options));
  return [...objectsIn(answer.options), ...groups].filter(isOption);
}

function isOption(value: Json): value is Json & Option {
  return isJson(value.text) && typeof value.text.text === 'string' && typeof value.value === 'string';
}
