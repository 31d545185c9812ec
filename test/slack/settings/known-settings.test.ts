import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createKnownSettings } from '../../../src/slack/settings/known-settings.js';
import type { SettingsDoor } from '../../../src/store/types.js';

/** A store of settings in memory, which can be away, and slow. */
function door() {
  const listeners: ((team: string | null) => void)[] = [];
  const state = { answers: 'private', reads: 0, isAway: false, wait: Promise.resolve() };
  const settings: SettingsDoor = {
    async read() {
      state.reads += 1;
      const { answers, isAway } = state;
      await state.wait;
      if (isAway) throw new Error('away');
      return { workspace: { answers }, channel: {} };
    },
    change: () => Promise.reject(new Error('not here')),
    everywhere: () => Promise.reject(new Error('not here')),
    audit: async () => [],
    onChange(listener) {
      listeners.push(listener);
      return () => {};
    },
  };
  const tell = (team: string | null) => {
    for (const listener of listeners) listener(team);
  };
  return { state, settings, tell };
}

const log = pino({ level: 'silent' });
const place = { team: 'T1', channel: 'C1' };

describe('the known settings', () => {
  it('are read once in a place, and anew when they have changed', async () => {
    const { state, settings, tell } = door();
    const known = createKnownSettings(settings, log);
    await Promise.all([known.in(place), known.in(place)]);
    expect([(await known.in(place)).answers, state.reads]).toEqual(['private', 1]);
    state.answers = 'channel';
    tell('T2');
    expect((await known.in(place)).answers).toBe('private');
    tell('T1');
    expect((await known.in(place)).answers).toBe('channel');
    tell(null);
    await known.in(place);
    expect(state.reads).toBe(3);
  });

  it('are the last known, or the defaults, while the store is away', async () => {
    const { state, settings, tell } = door();
    const known = createKnownSettings(settings, log);
    await known.in(place);
    state.isAway = true;
    tell(null);
    expect((await known.in(place)).answers).toBe('private');
    expect((await known.in({ team: 'T1', channel: 'C2' })).answers).toBe('channel');
  });

  it('are not kept when they changed while they were read', async () => {
    const { state, settings, tell } = door();
    const known = createKnownSettings(settings, log);
    let go = () => {};
    state.wait = new Promise((resolve) => {
      go = resolve;
    });
    const first = known.in(place);
    state.answers = 'channel';
    tell('T1');
    go();
    await first;
    expect((await known.in(place)).answers).toBe('channel');
  });

  it('are waited for only a moment, and hold as soon as they came after all', async () => {
    const { state, settings } = door();
    let go = () => {};
    state.wait = new Promise((resolve) => {
      go = resolve;
    });
    const known = createKnownSettings(settings, log);
    expect((await known.in(place)).answers).toBe('channel');
    expect((await known.in(place)).answers).toBe('channel');
    go();
    await state.wait;
    await expect.poll(async () => (await known.in(place)).answers).toBe('private');
    expect(state.reads).toBe(1);
  });

  it('are the defaults without a store', async () => {
    expect((await createKnownSettings(null, log).in(place)).answers).toBe('channel');
  });
});
