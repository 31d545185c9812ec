import { readSetting, type SettingName, type Settings } from '../settings.js';
import { settingIds } from './ids.js';
import { type Chosen, choices, unset } from './settings-form.js';
import type { Texts } from './texts/texts.js';

/** What Slack says of one input. */
export interface InputState {
  value?: string | null | undefined;
  selected_option?: { value: string } | null | undefined;
  selected_user?: string | null | undefined;
  selected_conversation?: string | null | undefined;
}

type Value = { value: unknown } | null;

/** What a submitted window sets (null takes away), or what is wrong with it by block id. */
export type Submitted = { values: Record<string, Value> } | { errors: Record<string, string> };

/** Every article, in the languages of the window. */
const all = /^(?:all|alle)$/i;

/**
 * Reads a submitted settings window. Only what the person has changed is set, so that a window that was open for long
 * takes nothing back.
 * @param values as Slack sends them, by block and action
 * @param shown what was set when the window was opened
 */
export function readSubmission(
  { settings }: Texts,
  values: Record<string, Record<string, InputState>>,
  shown: Partial<Settings>,
): Submitted {
  const inputs = inputsOf(values);
  const changed: Record<string, Value> = {};
  const errors: Record<string, string> = {};
  const take = (name: SettingName, read: (state: InputState) => Value | 'wrong') => {
    const input = inputs.get(settingIds(name).action);
    if (input === undefined) return;
    const value = read(input.state);
    if (value === 'wrong') errors[input.block] = settings.notThat;
    else if (written(value) !== written(name in shown ? { value: shown[name] } : null)) changed[name] = value;
  };
  for (const name of Object.keys(choices) as Chosen[]) take(name, (state) => chosen(name, state));
  for (const name of ['product', 'version'] as const) take(name, (state) => typed(name, state));
  take(
    'digest',
    (channel) =>
      orWrong('digest', channel.selected_conversation ?? '') ?? (shown.digest === null ? { value: null } : null),
  );
  const group = inputs.get(settingIds('group').action);
  const id = groupId(group?.state.value ?? '');
  if (group !== undefined && id === null) errors[group.block] = settings.notAGroup;
  else
    take(
      'ask',
      (person) => orWrong('ask', id || (person.selected_user ?? '')) ?? (shown.ask === null ? { value: null } : null),
    );
  return Object.keys(errors).length > 0 ? { errors } : { values: changed };
}

function inputsOf(values: Record<string, Record<string, InputState>>) {
  const inputs = Object.entries(values).flatMap(([block, actions]) =>
    Object.entries(actions).map(([action, state]) => [action, { block, state }] as const),
  );
  return new Map(inputs);
}

function chosen(name: Chosen, { selected_option: option }: InputState): Value | 'wrong' {
  if (option == null || option.value === unset) return null;
  try {
    return readSetting(name, JSON.parse(option.value)) ?? 'wrong';
  } catch {
    return 'wrong';
  }
}

function typed(name: 'product' | 'version', { value }: InputState): Value | 'wrong' {
  const text = value?.trim() ?? '';
  return all.test(text) ? { value: null } : orWrong(name, text);
}

function orWrong(name: SettingName, text: string): Value | 'wrong' {
  return text === '' ? null : (readSetting(name, text) ?? 'wrong');
}

/** The id of a user group as typed or pasted; empty when there is none, null when it is no such id. */
function groupId(text: string): string | null {
  const id = text.trim().replace(/^<!subteam\^([^|>]*).*/, '$1');
  return id === '' || /^S[A-Z0-9]{2,20}$/.test(id) ? id : null;
}

function written(value: Value): string {
  return value === null ? unset : JSON.stringify(value.value);
}
