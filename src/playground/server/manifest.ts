import { isJson, objectsIn, stringOrNull } from './json.js';
import type { BotEvent, LocalSlackOptions } from './types.js';

/** What an app's manifest brings into the workspace: options of `startLocalSlack`. */
export interface InstalledManifest {
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { type: 'message' | 'global'; name: string; callbackId: string; description: string }[];
  events: BotEvent[];
  /** Those that are asked for and those that an admin may grant beside them. */
  scopes: string[];
  homeTab: boolean;
}

const known: readonly BotEvent[] = [
  'app_mention',
  'message.im',
  'message.channels',
  'message.groups',
  'app_home_opened',
  'app_uninstalled',
  'team_access_revoked',
  'tokens_revoked',
];

/** Reads a manifest as Slack does when an app is installed. What is missing or not known here is left out. */
export function readManifest(manifest: unknown): InstalledManifest & LocalSlackOptions {
  const features = fieldOf(manifest, 'features');
  const scopes = fieldOf(fieldOf(manifest, 'oauth_config'), 'scopes');
  const events = fieldOf(fieldOf(manifest, 'settings'), 'event_subscriptions');
  return {
    commands: objectsIn(features.slash_commands).map((command) => ({
      command: textOf(command.command),
      description: textOf(command.description),
      usageHint: textOf(command.usage_hint),
    })),
    shortcuts: objectsIn(features.shortcuts).map((shortcut) => ({
      type: shortcut.type === 'global' ? 'global' : 'message',
      name: textOf(shortcut.name),
      callbackId: textOf(shortcut.callback_id),
      description: textOf(shortcut.description),
    })),
    events: known.filter((event) => textsIn(events.bot_events).includes(event)),
    scopes: [...textsIn(scopes.bot), ...textsIn(scopes.bot_optional)],
    homeTab: fieldOf(features, 'app_home').home_tab_enabled === true,
  };
}

function fieldOf(value: unknown, name: string): Record<string, unknown> {
  const field = isJson(value) ? value[name] : undefined;
  return isJson(field) ? field : {};
}

function textOf(value: unknown): string {
  return stringOrNull(value) ?? '';
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
