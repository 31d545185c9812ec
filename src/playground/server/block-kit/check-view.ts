import { objectsIn } from '../json.js';
import type { Json } from '../types.js';
import { checkBlocks } from './check-blocks.js';
import { viewLimits } from './limits.js';
import { boolean, type Check, complain, type Fields, object, type Problems, string } from './schema.js';
import { id, plainText } from './text-objects.js';

/** The blocks are checked apart, because their rules depend on the surface. */
const anything: Check = () => {};
const word = plainText(viewLimits.title);
const common: Fields = {
  callback_id: string({ max: 255 }),
  external_id: id,
  private_metadata: string({ max: viewLimits.privateMetadata }),
};
const modal = object(
  { title: word, blocks: anything },
  { ...common, submit: word, close: word, clear_on_close: boolean, notify_on_close: boolean, submit_disabled: boolean },
);
const home = object({ blocks: anything }, common);

/** What Slack would refuse in a view for this surface; empty when it is fine. Takes any JSON object. */
export function checkView(view: Json, surface: 'modal' | 'home'): Problems {
  const problems: Problems = [];
  if (view.type !== surface) complain(problems, `unsupported type: ${String(view.type)}`, '/view/type');
  (surface === 'modal' ? modal : home)(view, '/view', problems);
  problems.push(...checkBlocks(view.blocks ?? [], surface).map(belowView));
  const hasInput = objectsIn(view.blocks).some(({ type }) => type === 'input');
  if (surface === 'modal' && hasInput && !view.submit) {
    complain(problems, 'submit is required when an input is in the blocks', '/view/submit');
  }
  return problems;
}

function belowView(problem: string): string {
  return problem.replace('[json-pointer:/blocks', '[json-pointer:/view/blocks');
}
