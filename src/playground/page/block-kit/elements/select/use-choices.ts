import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../../../server/types.js';
import { useBlockKit } from '../../context.js';
import type { BlockKitHost, NamedId } from '../../host.js';
import { isJson, numberOrNull, objectsIn, stringOrNull, stringsIn } from '../../json-fields.js';
import { type Choice, type ChoiceGroup, choiceOf, distinct, findChoice, matching, ownGroups } from './options.js';

export interface Choices {
  groups: readonly ChoiceGroup[];
  /** What to read when there is no entry. */
  empty: string;
  /** The entry of a value, also one that was offered earlier. */
  choice(value: string): Choice;
}

/** Slack waits so long after a key before it asks the app, in milliseconds. */
const typingPause = 200;

/** The entries of any kind of select for what is typed. `isOpen` keeps a closed menu from asking. */
export function useChoices(element: Json, blockId: string, typed: string, isOpen: boolean): Choices {
  const { host } = useBlockKit();
  const isExternal = String(element.type).includes('external_select');
  const least = numberOrNull(element.min_query_length) ?? 3;
  const offered = useOffered(host, element, blockId, isExternal && isOpen && typed.length >= least ? typed : null);
  const all = distinct(isExternal ? [{ label: null, choices: offered.choices ?? [] }] : localGroups(element, host));
  const seen = useRef(new Map<string, Choice>());
  for (const { choices } of all) for (const choice of choices) seen.current.set(choice.value, choice);
  return {
    groups: isExternal ? all.filter(({ choices }) => choices.length > 0) : matching(all, typed),
    empty: emptyText(isExternal, typed.length < least ? least : null, offered),
    choice: (value) =>
      findChoice(all, value) ?? seen.current.get(value) ?? initialChoice(element, value) ?? nameless(value, host),
  };
}

interface Offered {
  /** Null while nothing was asked for or the answer is not there yet. */
  choices: Choice[] | null;
  hasFailed: boolean;
}

/** Asks the app for the entries that fit; a later question overtakes an earlier one. */
function useOffered(host: BlockKitHost, element: Json, blockId: string, typed: string | null): Offered {
  const [offered, setOffered] = useState<Offered>({ choices: null, hasFailed: false });
  const actionId = stringOrNull(element.action_id) ?? '';
  const ask = useRef(host.options);
  ask.current = host.options;
  useEffect(() => {
    setOffered({ choices: null, hasFailed: false });
    if (typed === null) return;
    let isCurrent = true;
    const show = (next: Offered): void => {
      if (isCurrent) setOffered(next);
    };
    const timer = setTimeout(() => {
      ask.current(actionId, blockId, typed).then(
        (options) => show({ choices: options.map((option) => choiceOf({ ...option })), hasFailed: false }),
        () => show({ choices: [], hasFailed: true }),
      );
    }, typingPause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, actionId, blockId]);
  return offered;
}

function localGroups(element: Json, host: BlockKitHost): ChoiceGroup[] {
  const type = String(element.type);
  if (type.includes('users_select')) return [{ label: null, choices: host.users().map(person) }];
  if (type.includes('channels_select')) return [{ label: null, choices: host.channels().map(channel) }];
  if (!type.includes('conversations_select')) return ownGroups(element);
  const include = isJson(element.filter) ? stringsIn(element.filter.include) : [];
  const wants = (kind: string): boolean => include.length === 0 || include.includes(kind);
  return [
    { label: 'Channels', choices: wants('public') || wants('private') ? host.channels().map(channel) : [] },
    { label: 'People', choices: wants('im') ? host.users().map(person) : [] },
  ];
}

function person({ id, name }: NamedId): Choice {
  return { value: id, label: `@${name}`, description: '' };
}

function channel({ id, name }: NamedId): Choice {
  return { value: id, label: `#${name}`, description: '' };
}

function initialChoice(element: Json, value: string): Choice | null {
  const options = [element.initial_option, ...objectsIn(element.initial_options)].filter(isJson);
  return findChoice([{ label: null, choices: options.map(choiceOf) }], value);
}

function nameless(value: string, host: BlockKitHost): Choice {
  const user = host.userName(value);
  const name = host.channelName(value);
  const label = user !== null ? `@${user}` : name !== null ? `#${name}` : value;
  return { value, label, description: '' };
}

function emptyText(isExternal: boolean, least: number | null, { choices, hasFailed }: Offered): string {
  if (!isExternal) return 'No results';
  if (least !== null) return least === 1 ? 'Type to search' : `Type at least ${least} characters`;
  if (hasFailed) return 'The app did not answer';
  return choices === null ? 'Searching…' : 'No results';
}
