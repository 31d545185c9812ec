import { defaultSettings, type SettingName, type Settings } from '../settings.js';
import { safeLine } from './safe-text.js';
import type { Texts } from './texts/texts.js';

/** Languages are named by themselves. */
const languageNames = { en: 'English', de: 'Deutsch' };

/** A value of a setting in words; of products, versions and ids, what somebody typed. */
export function valueWords({ settings }: Texts, name: SettingName, value: Settings[SettingName]): string {
  const named: Partial<Record<SettingName, Record<string, string>>> = {
    answers: settings.answersTo,
    codes: settings.answeredTo,
    unfurl: settings.previews,
    language: languageNames,
  };
  if (typeof value === 'number') return settings.minutes(value);
  if (value === null) return name === 'ask' || name === 'digest' ? settings.asStarted : settings.all;
  return named[name]?.[String(value)] ?? safeLine(String(value));
}

/** What an input says of its being left alone: what holds then. */
export function unsetWords(
  texts: Texts,
  name: SettingName,
  { channel, workspace }: { channel: string | null; workspace: Partial<Settings> },
): string {
  if (channel === null) return texts.settings.byDefault(valueWords(texts, name, defaultSettings[name]));
  return texts.settings.asInWorkspace(valueWords(texts, name, workspace[name] ?? defaultSettings[name]));
}
