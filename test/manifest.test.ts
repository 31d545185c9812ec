import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { shortcutIds } from '../src/cards/ids.js';
import { optionalScopes, requiredScopes } from '../src/slack/install/scopes.js';

const slackRoom = resolve(import.meta.dirname, '../src/slack');
const source = readdirSync(slackRoom, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(slackRoom, file), 'utf8'))
  .join('\n');

/** The scope that each method of the Web API needs; null where none is. */
const scopeOf: Record<string, string | null> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.getPermalink': null,
  'conversations.replies': 'channels:history',
  'users.info': 'users:read',
  'conversations.info': 'channels:read',
  'views.open': null,
  'views.push': null,
  'views.update': null,
  'views.publish': null,
};

function calledMethods(): string[] {
  const calls = [...source.matchAll(/client\.(chat|conversations|views|users|reactions|usergroups)\.(\w+)\(/g)];
  return [...new Set(calls.map((call) => `${call[1]}.${call[2]}`))];
}

describe('manifest.json', () => {
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

  it('asks for the scopes of every method that is called', () => {
    expect(calledMethods().filter((method) => !(method in scopeOf))).toEqual([]);
    const needed = calledMethods().flatMap((method) => scopeOf[method] ?? []);
    expect(needed.length).toBeGreaterThan(0);
    expect([...bot, ...optional]).toEqual(expect.arrayContaining(needed));
  });

  it('asks for the scopes of the commands and events, and for nothing else', () => {
    expect([...bot].sort()).toEqual(['app_mentions:read', 'chat:write', 'commands', 'im:history']);
    expect([...optional].sort()).toEqual([
      ...['channels:history', 'channels:read', 'groups:history', 'groups:read', 'users:read'],
    ]);
  });

  it('asks for what people who install are asked for', () => {
    expect([...bot].sort()).toEqual([...requiredScopes].sort());
    expect([...optional].sort()).toEqual([...optionalScopes].sort());
  });

  it('names the shortcuts that are listened to', () => {
    const named = manifest.features.shortcuts.map((shortcut) => [shortcut.type, shortcut.callback_id]);
    expect(named).toEqual([
      ['message', shortcutIds.lookUpMessage],
      ['message', shortcutIds.saveNote],
      ['global', shortcutIds.search],
    ]);
  });

  it('subscribes to the events that are listened to', () => {
    const listened = [...source.matchAll(/app\.event\('(\w+)'/g)].map((match) => match[1]).sort();
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]).sort();
    expect(subscribed).toEqual(listened);
  });

  it('shows the Home tab that is published', () => {
    expect(calledMethods()).toContain('views.publish');
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('keeps Slack’s limits on names and descriptions', () => {
    const { display_information: display, features } = manifest;
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    expect(display.long_description.length).toBeGreaterThanOrEqual(174);
    expect(display.long_description.length).toBeLessThanOrEqual(4_000);
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
    for (const command of features.slash_commands) expect(command.command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
  });
});
