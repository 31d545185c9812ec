import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Settings } from '../settings.js';
import { settingIds } from './ids.js';
import { slackLimits } from './limits.js';
import { unsetWords, valueWords } from './settings-words.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';

/** What was set, as far as this version can read it. */
export interface SetInPlace {
  /** The channel; null for the workspace. */
  channel: string | null;
  workspace: Partial<Settings>;
  /** What was set for the channel; empty for the workspace. */
  own: Partial<Settings>;
}

/** Choices of the settings that are chosen; pauses in minutes. */
export const choices = {
  answers: ['channel', 'private'],
  codes: ['asked', 'exact'],
  codePause: [15, 60, 240, 1440],
  threadPause: [5, 15, 60, 240],
  unfurl: [false, true],
  language: ['en', 'de'],
} as const;
export type Chosen = keyof typeof choices;

/** The value of the choice to set nothing. */
export const unset = 'unset';
const longest = { product: 100, version: 40, group: 22 };

/** The inputs of the settings window. @param form what tells these inputs from those that were shown before */
export function settingInputs(texts: Texts, place: SetInPlace, form: string): InputBlock[] {
  const { hints, names } = texts.settings;
  const { ask } = setHere(place);
  return [
    choice(texts, place, form, 'answers'),
    typed(texts, place, form, 'product'),
    typed(texts, place, form, 'version'),
    choice(texts, place, form, 'codes', hints.codes),
    choice(texts, place, form, 'codePause', hints.codePause),
    choice(texts, place, form, 'threadPause', hints.threadPause),
    input(form, 'ask', names.ask, {
      type: 'users_select',
      ...(ask != null && !ask.startsWith('S') ? { initial_user: ask } : {}),
    }),
    {
      ...input(form, 'group', texts.settings.group, {
        type: 'plain_text_input',
        max_length: longest.group,
        placeholder: plain(shorten(unsetWords(texts, 'ask', place), 150)),
        ...(ask?.startsWith('S') ? { initial_value: ask } : {}),
      }),
      hint: plain(hints.group),
    },
    choice(texts, place, form, 'unfurl'),
    choice(texts, place, form, 'language'),
    ...(place.channel === null ? [digestInput(texts, place, form)] : []),
  ];
}

/** Channels with people of other organisations are not offered: what is asked is for the workspace alone. */
function digestInput({ settings }: Texts, place: SetInPlace, form: string): InputBlock {
  const { digest } = setHere(place);
  const block = input(form, 'digest', settings.names.digest, {
    type: 'conversations_select',
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
    ...(digest == null ? {} : { initial_conversation: digest }),
  });
  return { ...block, hint: plain(settings.hints.digest) };
}

/** What was set in the very place of the window. */
export function setHere(place: SetInPlace): Partial<Settings> {
  return place.channel === null ? place.workspace : place.own;
}

function choice(texts: Texts, place: SetInPlace, form: string, name: Chosen, hint?: string): InputBlock {
  const current = setHere(place)[name];
  const listed: readonly Settings[Chosen][] = choices[name];
  const values = current === undefined || listed.includes(current) ? listed : [...listed, current];
  const none = option(unsetWords(texts, name, place), unset);
  const options = [none, ...values.map((value) => option(valueWords(texts, name, value), JSON.stringify(value)))];
  const initial = options.find(({ value }) => value === JSON.stringify(current)) ?? none;
  const block = input(form, name, texts.settings.names[name], {
    type: 'static_select',
    options,
    initial_option: initial,
  });
  return { ...block, optional: false, ...(hint === undefined ? {} : { hint: plain(hint) }) };
}

function typed(texts: Texts, place: SetInPlace, form: string, name: 'product' | 'version'): InputBlock {
  const { hints, names, all: everything } = texts.settings;
  const current = setHere(place)[name];
  const shown = current === null ? everything : (current ?? '');
  const block = input(form, name, names[name], {
    type: 'plain_text_input',
    max_length: longest[name],
    placeholder: plain(shorten(unsetWords(texts, name, place), 150)),
    ...(shown === '' ? {} : { initial_value: shown }),
  });
  return { ...block, hint: plain(place.channel === null ? hints.empty : hints.emptyInChannel) };
}

function input(form: string, name: string, label: string, element: InputBlock['element']): InputBlock {
  const { block, action } = settingIds(name, form);
  const named = { ...element, action_id: action } as InputBlock['element'];
  return { type: 'input', block_id: block, label: plain(label), optional: true, element: named };
}

function option(label: string, value: string): PlainTextOption {
  return { text: plain(shorten(label, slackLimits.optionText)), value };
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}
