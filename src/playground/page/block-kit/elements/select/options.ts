import type { Json } from '../../../../server/types.js';
import { objectsIn, stringOrNull, textOf } from '../../json-fields.js';
import { withEmoji } from '../../text/emoji.js';

/** An entry of a menu. */
export interface Choice {
  value: string;
  label: string;
  description: string;
}

/** Entries under a heading; null for those that stand on their own. */
export interface ChoiceGroup {
  label: string | null;
  choices: readonly Choice[];
}

export function choiceOf(option: Json): Choice {
  const value = stringOrNull(option.value) ?? '';
  return { value, label: withEmoji(textOf(option.text)) || value, description: withEmoji(textOf(option.description)) };
}

/** The entries that an element brings along. */
export function ownGroups(element: Json): ChoiceGroup[] {
  const groups = objectsIn(element.option_groups).map((group) => ({
    label: textOf(group.label),
    choices: objectsIn(group.options).map(choiceOf),
  }));
  return groups.length > 0 ? groups : [{ label: null, choices: objectsIn(element.options).map(choiceOf) }];
}

/** Without entries whose value was there before: a menu cannot tell them apart, and neither can the app. */
export function distinct(groups: readonly ChoiceGroup[]): ChoiceGroup[] {
  const seen = new Set<string>();
  const isNew = ({ value }: Choice): boolean => !seen.has(value) && seen.add(value) !== undefined;
  return groups.map(({ label, choices }) => ({ label, choices: choices.filter(isNew) }));
}

/** The groups with the entries that contain what was typed. */
export function matching(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return groups
    .map(({ label, choices }) => ({
      label,
      choices: choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

export function findChoice(groups: readonly ChoiceGroup[], value: unknown): Choice | null {
  return groups.flatMap(({ choices }) => choices).find((choice) => choice.value === value) ?? null;
}
