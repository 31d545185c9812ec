import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MayChange, type SettingsWindow, settingsModal, unpackWindow } from '../../src/cards/settings-modal.js';
import { type InputState, readSubmission } from '../../src/cards/settings-submission.js';
import { languages, textsIn } from '../../src/cards/texts/texts.js';
import type { ModalView } from '../../src/cards/types.js';
import { checkView } from '../../src/playground/server/block-kit/check-view.js';
import { inputState } from '../../src/playground/server/state/input-state.js';
import { readableSettings, settingNames } from '../../src/settings.js';
import { hostileText } from '../support/hostile-articles.js';

const texts = textsIn('en');
const admin: MayChange = { may: true };
const base: SettingsWindow = {
  channel: 'C0WEBOPS0',
  home: 'C0WEBOPS0',
  workspace: {},
  own: {},
  mayChange: admin,
  changes: [],
  form: 'f1',
};

/** What Slack sends when the window is submitted, with some inputs changed. */
function submitted(view: ModalView, typed: Record<string, InputState> = {}) {
  const blocks = JSON.parse(JSON.stringify(view.blocks));
  return inputState(blocks, (_, action) => {
    const state = typed[action.replace('kb:v1:set:', '')];
    return state === undefined ? null : { ...state };
  }) as Record<string, Record<string, InputState>>;
}

function read(window: SettingsWindow, typed: Record<string, InputState> = {}) {
  const view = settingsModal(texts, window);
  const shown = unpackWindow(view.private_metadata ?? '')?.shown ?? expect.fail('no metadata');
  return readSubmission(texts, submitted(view, typed), shown);
}

const choose = (value: unknown): InputState => ({
  selected_option: { value: typeof value === 'string' && value === 'unset' ? value : JSON.stringify(value) },
});

const written = fc.dictionary(
  fc.constantFrom(...settingNames),
  fc.oneof(
    fc.constantFrom<unknown>('channel', 'private', 'exact', 'en', 'de', 'U0PERSON', 'S0GROUP', null, true, 30),
    hostileText,
  ),
);
const rights = fc.constantFrom<MayChange>(
  { may: true },
  { may: false, because: 'not-you', creator: 'U0BEN' },
  { may: false, because: 'not-you', creator: null },
  { may: false, because: 'unknown' },
  { may: false, because: 'no-store' },
);
const change = fc.record({
  at: fc.integer({ min: 0, max: 2e12 }),
  person: fc.oneof(fc.constant('U0ANA'), hostileText),
  name: fc.oneof(fc.constantFrom(...settingNames), hostileText),
  from: fc.option(fc.record({ value: fc.oneof(fc.jsonValue(), hostileText) })),
  to: fc.option(fc.record({ value: fc.oneof(fc.jsonValue(), hostileText) })),
});

describe('the settings window', () => {
  it('is one that Slack takes, whatever was set, and submitted as it is it changes nothing', () => {
    const places = fc.constantFrom('C0WEBOPS0', null);
    fc.assert(
      fc.property(
        ...[fc.constantFrom(...languages), places, written, written, rights, fc.array(change, { maxLength: 9 })],
        (language, channel, workspace, own, mayChange, changes) => {
          const set = { workspace: readableSettings(workspace), own: channel === null ? {} : readableSettings(own) };
          const window = { ...base, channel, ...set, mayChange, changes };
          const view = settingsModal(textsIn(language), window);
          expect(checkView(JSON.parse(JSON.stringify(view)), 'modal')).toEqual([]);
          const shown = JSON.stringify(view.blocks, (key, part) => (key === 'initial_value' ? undefined : part));
          expect(shown).not.toMatch(/<!(?:here|channel|everyone|subteam)|@(?:here|channel|everyone)\b|<https?:/i);
          expect('submit' in view).toBe(mayChange.may);
          if (mayChange.may) expect(read(window)).toEqual({ values: {} });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('says for each input what holds when it is left alone', () => {
    const words = JSON.stringify(settingsModal(texts, { ...base, workspace: { answers: 'private', product: 'IIS' } }));
    expect(words).toContain('As in the workspace: for the person who asks alone');
    expect(words).toContain('As in the workspace: IIS');
    expect(words).toContain('As in the workspace: 60 minutes');
    expect(JSON.stringify(settingsModal(texts, { ...base, channel: null }))).toContain('60 minutes (default)');
  });

  it('names who can change them, for those who cannot', () => {
    const words = (mayChange: MayChange, channel: string | null) =>
      JSON.stringify(settingsModal(texts, { ...base, mayChange, channel }));
    expect(words({ may: false, because: 'not-you', creator: 'U0BEN' }, 'C0WEBOPS0')).toContain('<@U0BEN>, who made');
    expect(words({ may: false, because: 'not-you', creator: null }, null)).toContain('Only admins and owners');
    expect(words({ may: false, because: 'unknown' }, null)).toContain('users:read');
  });

  it('sets what was changed, and nothing else', () => {
    const own = { answers: 'private', product: 'IIS', codePause: 30 } as const;
    const typed = {
      ...{ answers: choose('unset'), product: { value: ' all ' }, version: { value: '6.0' } },
      ...{ codes: choose('exact'), codePause: choose(30), unfurl: choose(true), language: choose('de') },
      ...{ group: { value: ' <!subteam^S0GROUP0|@web> ' }, ask: { selected_user: 'U0BEN' } },
    };
    expect(read({ ...base, own }, typed)).toEqual({
      values: {
        ...{ answers: null, product: { value: null }, version: { value: '6.0' }, codes: { value: 'exact' } },
        ...{ unfurl: { value: true }, language: { value: 'de' }, ask: { value: 'S0GROUP0' } },
      },
    });
    expect(read(base, { ask: { selected_user: 'U0BEN' } })).toEqual({ values: { ask: { value: 'U0BEN' } } });
    expect(read({ ...base, own: { ask: 'U0BEN' } }, { ask: { selected_user: null } })).toEqual({
      values: { ask: null },
    });
  });

  it('says under an input what is wrong with it', () => {
    expect(read(base, { group: { value: 'web team' } })).toMatchObject({
      errors: { 'kb:v1:set:group:f1': expect.stringContaining('user group') },
    });
    expect(read(base, { version: { value: 'x'.repeat(99) } })).toHaveProperty('errors');
    expect(read(base, { answers: choose('shouted') })).toHaveProperty('errors');
  });

  it.each(['', '{', 'null', '[]', '{"channel":"<!here>","home":null,"shown":{}}', '{"channel":null,"home":null}'])(
    'knows no place in %j',
    (metadata) => {
      expect(unpackWindow(metadata)).toBeNull();
    },
  );
});
