import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import { defaultSettings, type Settings, settingsIn } from '../../settings.js';
import type { SettingsDoor } from '../../store/types.js';
import { patientStore } from '../patient-store.js';

/** Places whose settings are in memory: some ten megabytes at the most. */
const places = 5_000;
/** However changes are heard of, nothing is believed for longer. */
const freshMs = 10 * 60 * 1000;
/** An answer waits for its settings so long. What comes later is in memory for the next one. */
const patienceMs = 700;
const wordings = {
  away: 'settings cannot be read: until they can, the last known hold',
  back: 'settings can be read again',
};

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
  const patient = patientStore(patienceMs, wordings, log);

  store?.onChange((team) => {
    changes += 1;
    for (const one of known.values()) if (team === null || one.team === team) one.until = 0;
  });

  async function load(door: SettingsDoor, key: string, team: string, channel: string | undefined): Promise<Settings> {
    const before = changes;
    const { workspace, channel: own } = await door.read(team, channel ?? null);
    const settings = settingsIn(workspace, own);
    known.set(key, { team, settings, until: before === changes ? Date.now() + freshMs : 0 });
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
      return patient.ask(() => loadOnce(store, key, team, channel), last?.settings ?? defaultSettings);
    },
  };
}
