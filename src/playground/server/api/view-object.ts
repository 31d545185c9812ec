import { checkView } from '../block-kit/check-view.js';
import { viewLimits } from '../block-kit/limits.js';
import { withIds } from '../block-kit/placed-elements.js';
import { isJson, objectsIn, stringOrNull } from '../json.js';
import { SlackError } from '../slack-error.js';
import type { Json, View } from '../types.js';
import type { Workspace } from '../workspace.js';

/**
 * Checks what an app sent as a view. Throws view_too_large, invalid_arguments with the problems as JSON pointers,
 * or invalid_arguments when the type does not fit the method.
 */
export function readView(value: unknown, type: View['type']): Json {
  if (!isJson(value)) throw new SlackError('invalid_arguments', ['[ERROR] missing required field: view']);
  if (Buffer.byteLength(JSON.stringify(value)) > viewLimits.bytes) throw new SlackError('view_too_large');
  const problems = checkView(value, type);
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems);
  return value;
}

/** The view object that Slack makes of a checked payload. `over` is the view that it is pushed onto or replaces. */
export function makeView(workspace: Workspace, payload: Json, lineage: Partial<View> = {}): View {
  const { ids, directory, views, team } = workspace;
  const id = lineage.id ?? ids.next('V');
  const blocks = withIds(objectsIn(payload.blocks));
  return {
    id,
    type: payload.type === 'home' ? 'home' : 'modal',
    team_id: team.id,
    app_id: directory.bot.appId,
    bot_id: directory.bot.botId,
    callback_id: stringOrNull(payload.callback_id) ?? '',
    external_id: stringOrNull(payload.external_id) ?? '',
    private_metadata: stringOrNull(payload.private_metadata) ?? '',
    hash: newHash(workspace),
    state: { values: views.values(id, blocks) },
    root_view_id: lineage.root_view_id ?? id,
    previous_view_id: lineage.previous_view_id ?? null,
    title: isJson(payload.title) ? payload.title : null,
    submit: isJson(payload.submit) ? payload.submit : null,
    close: isJson(payload.close) ? payload.close : null,
    clear_on_close: payload.clear_on_close === true,
    notify_on_close: payload.notify_on_close === true,
    blocks,
  };
}

function newHash({ clock }: Workspace): string {
  return `${clock.nextTs().replace('.', '')}.${Math.random().toString(36).slice(2, 10)}`;
}
