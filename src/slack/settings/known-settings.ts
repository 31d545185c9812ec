import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import { defaultSettings, type Settings, settingsIn } from '../../settings.js';
import type { SettingsDoor } from '../../store/types.js';
import { within } from '../within.js';

/** Places whose settings are in memory: some ten megabytes at the most. */
const places = 5_000;
/** However changes are heard of, nothing is believed for longer. */
const freshMs = 10 * 60 * 1000;
/** An answer waits for its settings so long, and a store that failed is left alone for a while. */
const patienceMs = 700;
const restMs = 5_000;

/** A conversation in a workspace; without a conversation, the workspace. */
export interface SettingsPlace {
  team: string | undefined;
  channel: string | undefined;
}

/** The settings, as the answer needs them: from memory. */
export interface KnownSettings {
  /** What holds in a place. While the store is away the last known holds, or the default. Never throws. */
  in(place: SettingsPlace): Promise<Settings>;
}

interface Known {
  team: string;
  settings: Settings;
  /** Until when it is believed; after that it still is better than nothing. */
  until: number;
}

/** @param store without one, the defaults hold everywhere */
export function createKnownSettings(store: SettingsDoor | null, log: Logger): KnownSettings {
  const known = new LRUCache<string, Known>({ max: places });
  const loading = new Map<string, Promise<Settings>>();
  /** How often something was changed: what was read before the last time may be old already. */
  let changes = 0;
  let restsUntil = 0;
  let isAway = false;

  store?.onChange((team) => {
    changes += 1;
    for (const one of known.values()) if (team === null || one.team === team) one.until = 0;
  });

  async function load(door: SettingsDoor, key: string, team: string, channel: string | undefined): Promise<Settings> {
    const before = changes;
    const { workspace, channel: own } = await door.read(team, channel ?? null);
    const settings = settingsIn(workspace, own);
    known.set(key, { team, settings, until: before === changes ? Date.now() + freshMs : 0 });
    if (isAway) log.info('settings can be read again');
    isAway = false;
    return settings;
  }

  function loadOnce(door: SettingsDoor, key: string, team: string, channel: string | undefined): Promise<Settings> {
    const running = loading.get(`${changes} ${key}`);
    if (running !== undefined) return running;
    const name = `${changes} ${key}`;
    const one = load(door, key, team, channel).finally(() => loading.delete(name));
    loading.set(name, one);
    return one;
  }

  return {
    async in({ team = '', channel }) {
      if (store === null) return defaultSettings;
      const key = `${team} ${channel ?? ''}`;
      const last = known.get(key);
      if (last !== undefined && Date.now() < last.until) return last.settings;
      const otherwise = last?.settings ?? defaultSettings;
      if (Date.now() < restsUntil) return otherwise;
      try {
        return await within(patienceMs, loadOnce(store, key, team, channel));
      } catch (error) {
        restsUntil = Date.now() + restMs;
        if (!isAway) log.error({ err: error }, 'settings cannot be read: until they can, the last known hold');
        isAway = true;
        return otherwise;
      }
    },
  };
}
