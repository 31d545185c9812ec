import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readSetting, settingNames, settingsIn } from '../src/settings.js';

describe('settings', () => {
  it('are the defaults where nothing was set', () => {
    expect(settingsIn({}, {})).toEqual(defaultSettings);
    expect(defaultSettings).toMatchObject({ answers: 'channel', codes: 'asked', ask: null, unfurl: false });
  });

  it('of a channel override those of the workspace, one by one', () => {
    const workspace = { answers: 'private', product: 'IIS', language: 'de' };
    expect(settingsIn(workspace, { answers: 'channel', product: null })).toEqual({
      ...defaultSettings,
      language: 'de',
    });
  });

  it('that this version cannot read count as not set', () => {
    const channel = { answers: 'shouted', codePause: 0, product: '  ', ask: 'everybody', later: 1, unfurl: undefined };
    expect(settingsIn({ answers: 'private', codePause: 5 }, channel)).toEqual({
      ...defaultSettings,
      answers: 'private',
      codePause: 5,
    });
  });

  it('are settings, whatever stands in the rows', () => {
    const rows = fc.dictionary(fc.oneof(fc.constantFrom(...settingNames), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(rows, rows, (workspace, channel) => {
        const settings = settingsIn(workspace, channel);
        expect(Object.keys(settings).sort()).toEqual([...settingNames].sort());
        for (const name of settingNames) expect(readSetting(name, settings[name])).not.toBeNull();
      }),
    );
  });
});
