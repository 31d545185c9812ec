import { type KeyboardEvent, useId, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { PageChannel } from '../../protocol.js';
import { useConnection } from '../connection/store.js';
import { type Completion, completionsFor, type Trigger, triggerAt, wordFor } from './completion.js';

export interface CompletionState {
  id: string;
  trigger: Trigger | null;
  /** Empty while nothing is offered. */
  completions: readonly Completion[];
  active: number;
  setActive(index: number): void;
  /** True when the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
}

const nothing: readonly Completion[] = [];

/** The list that goes with a text and its cursor; `choose` is called by Enter and Tab. */
export function useCompletion(
  channel: PageChannel,
  text: string,
  cursor: number,
  choose: (completion: Completion, trigger: Trigger) => void,
): CompletionState {
  const id = useId();
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const from = useConnection(
    useShallow(({ workspace }) => ({
      commands: workspace?.commands ?? [],
      shortcuts: workspace?.shortcuts ?? [],
      users: workspace?.users ?? [],
      channels: workspace?.channels ?? [],
    })),
  );
  const trigger = triggerAt(text, cursor);
  const word = trigger === null ? null : `${trigger.kind}${trigger.start}`;
  const isOffered = trigger !== null && word !== dismissed;
  const completions = isOffered ? completionsFor(trigger, { ...from, members: channel.members }) : nothing;
  const index = Math.min(active, completions.length - 1);

  const onKey = (event: KeyboardEvent): boolean => {
    const chosen = completions[index];
    if (trigger === null || chosen === undefined || event.nativeEvent.isComposing) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step !== null) setActive((index + step + completions.length) % completions.length);
    else if (event.key === 'Escape') setDismissed(word);
    else if (isChoice(event, text, chosen)) {
      setActive(0);
      choose(chosen, trigger);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { id, trigger, completions, active: index, setActive, onKey };
}

/** Enter chooses, except that a command which stands there in full is sent, as in Slack. */
function isChoice({ key, shiftKey }: KeyboardEvent, text: string, chosen: Completion): boolean {
  if (key === 'Tab') return !shiftKey;
  return key === 'Enter' && !shiftKey && wordFor(chosen) !== text;
}
