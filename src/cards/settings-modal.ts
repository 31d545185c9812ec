import type { Button, KnownBlock } from '@slack/types';
import {
  readableSettings,
  readSetting,
  type SettingName,
  type Settings,
  settingNames,
  settingNamesIn,
} from '../settings.js';
import { button, buttonRow, contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { viewIds } from './ids.js';
import { budget, slackLimits } from './limits.js';
import {
  channelMention,
  escapeMrkdwn,
  escapeWithin,
  type Mrkdwn,
  mrkdwn,
  mrkdwnMoment,
  userMention,
} from './mrkdwn.js';
import { isVisible } from './safe-text.js';
import { type SetInPlace, setHere, settingInputs } from './settings-form.js';
import { unsetWords, valueWords } from './settings-words.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';
import type { ModalView } from './types.js';

/** Whether somebody may change settings, and if not, why. */
export type MayChange =
  | { may: true }
  /** `creator`: who made the channel, where that is known. */
  | { may: false; because: 'not-you'; creator: string | null }
  | { may: false; because: 'unknown' }
  | { may: false; because: 'no-store' };

/** A change, for people: by whom, when, of what; null stands for nothing set. */
export interface SettingsChange {
  at: number;
  person: string;
  name: string;
  from: { value: unknown } | null;
  to: { value: unknown } | null;
}

export interface SettingsWindow extends SetInPlace {
  mayChange: MayChange;
  /** Newest first. */
  changes: readonly SettingsChange[];
  /** The channel from which the window was opened: it is one press away from the workspace's. */
  home: string | null;
  /** What tells this window's inputs from those that were shown before. */
  form: string;
}

const shownChanges = 8;

/** The settings of a channel or of the workspace: a form for those who may change them, for others what holds. */
export function settingsModal(texts: Texts, window: SettingsWindow): ModalView {
  const { settings, buttons } = texts;
  const { mayChange, channel, home } = window;
  const name = channel === null ? null : channelMention(channel);
  const body: KnownBlock[] = mayChange.may
    ? settingInputs(texts, window, window.form)
    : [mrkdwnSection(whatHolds(texts, window)), mrkdwnSection(whyNot(texts, mayChange, channel !== null))];
  return {
    type: 'modal',
    callback_id: viewIds.settings,
    private_metadata: packWindow(window),
    title: plain(settings.title),
    ...(mayChange.may ? { submit: plain(buttons.save) } : {}),
    close: plain(buttons.close),
    blocks: present([
      mrkdwnSection(name === null ? settings.ofWorkspace : settings.ofChannel(name)),
      ...body,
      buttonRow([otherPlace(texts, channel, home), mayChange.may ? resetButton(texts, channel) : null]),
      ...changesBlocks(texts, window.changes),
    ]),
  };
}

function otherPlace({ buttons }: Texts, channel: string | null, home: string | null): Button | null {
  if (channel !== null) return button(buttons.ofWorkspace, 'settings-of', { question: '' });
  return home === null ? null : button(buttons.ofChannel, 'settings-of', { question: '', channel: home });
}

function resetButton({ buttons, settings }: Texts, channel: string | null): Button {
  const state = { question: '', ...(channel === null ? {} : { channel }) };
  return {
    ...button(buttons.reset, 'reset-settings', state),
    style: 'danger',
    confirm: {
      title: plain(settings.resetTitle),
      text: plain(settings.resetText),
      confirm: plain(buttons.reset),
      deny: plain(buttons.cancel),
    },
  };
}

function whatHolds(texts: Texts, window: SettingsWindow): Mrkdwn {
  const here = setHere(window);
  const lines = settingNamesIn(window.channel).map((name) => {
    const value = here[name];
    const words = value === undefined ? unsetWords(texts, name, window) : valueWords(texts, name, value);
    return mrkdwn`*${escapeMrkdwn(texts.settings.names[name])}:* ${escapeWithin(words, budget.question)}`;
  });
  return lines.reduce((text, line) => mrkdwn`${text}\n${line}`);
}

function whyNot({ settings }: Texts, mayChange: Exclude<MayChange, { may: true }>, isChannel: boolean): Mrkdwn {
  if (mayChange.because === 'unknown') return settings.rightUnknown;
  if (mayChange.because === 'no-store') return settings.noStore;
  if (!isChannel) return settings.onlyAdmins;
  const creator = mayChange.creator === null ? null : userMention(mayChange.creator);
  return creator === null ? settings.onlyAdminsAndUnknownCreator : settings.onlyAdminsAndCreator(creator);
}

function changesBlocks(texts: Texts, changes: readonly SettingsChange[]): (KnownBlock | null)[] {
  const { settings } = texts;
  if (changes.length === 0) return [contextBlock([{ mrkdwn: settings.noChanges }])];
  const lines = changes.slice(0, shownChanges).map((change) => ({ mrkdwn: changeLine(texts, change) }));
  return [contextBlock([{ mrkdwn: settings.changes }]), ...lines.map((line) => contextBlock([line]))];
}

function changeLine(texts: Texts, { at, person, name, from, to }: SettingsChange): Mrkdwn {
  const { settings, home, followUp } = texts;
  const setting = settingNames.find((known) => known === name);
  const words = (value: { value: unknown } | null) => changedWords(texts, setting, value);
  const label = setting === undefined ? name : settings.names[setting];
  const what = settings.fromTo(label, `${words(from)} → ${words(to)}`);
  const who = userMention(person) ?? escapeMrkdwn(followUp.somebody);
  const line = settings.change(who, escapeWithin(shorten(what, budget.contextLine), 1_000));
  return mrkdwn`${mrkdwnMoment(new Date(at), home.moment)}, ${line}`;
}

function changedWords(texts: Texts, name: SettingName | undefined, change: { value: unknown } | null): string {
  if (change === null) return texts.settings.notSet;
  const read = name === undefined ? null : readSetting(name, change.value);
  if (name !== undefined && read !== null) return valueWords(texts, name, read.value);
  const raw = JSON.stringify(change.value) ?? '';
  return isVisible(raw) ? raw : texts.settings.notSet;
}

/** What the window carries back: its place, where it was opened, and what was set. */
function packWindow(window: SettingsWindow): string {
  const { channel, home } = window;
  return shorten(JSON.stringify({ channel, home, shown: setHere(window) }), slackLimits.privateMetadata);
}

/** What a settings window carries back, or null for anything else. */
export function unpackWindow(
  metadata: string,
): { channel: string | null; home: string | null; shown: Partial<Settings> } | null {
  try {
    const { channel, home, shown } = JSON.parse(metadata);
    const isPlace = (id: unknown) => id === null || (typeof id === 'string' && channelMention(id) !== null);
    if (!isPlace(channel) || !isPlace(home) || typeof shown !== 'object' || shown === null) return null;
    return { channel, home, shown: readableSettings(shown) };
  } catch {
    return null;
  }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}
