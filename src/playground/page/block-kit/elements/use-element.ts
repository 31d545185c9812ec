import { useState } from 'react';
import type { InputValue, Json } from '../../../server/types.js';
import { useBlockKit } from '../context.js';
import type { ElementUse } from '../host.js';
import { isJson, stringOrNull } from '../json-fields.js';
import { initialValue } from './initial-value.js';

/** How an element is named by what stands around it. */
export interface Naming {
  /** The id of the label; absent for elements that name themselves. */
  labelledBy?: string;
  /** The ids of hint and error. */
  describedBy?: string;
  isInvalid?: boolean;
  isRequired?: boolean;
}

export interface ElementProps {
  element: Json;
  blockId: string;
  /** Whether the bot hears of a change at once: not so for inputs without `dispatch_action`. */
  dispatches: boolean;
  naming: Naming;
}

/** A use that waits for the person's yes. */
export interface Question {
  confirm: Json;
  yes(): void;
  no(): void;
}

export interface ElementState {
  value: InputValue;
  /** Puts a value in, and tells the bot where the element dispatches, after its confirm dialog. */
  choose(value: InputValue): void;
  /** Puts a value in without telling anybody. */
  keep(value: InputValue): void;
  /** Uses a button. */
  press(use: Pick<ElementUse, 'value' | 'buttonValue'>, onUse?: () => void): void;
  /** Tells the bot the value as it is. */
  dispatch(value: InputValue): void;
  isWaiting: boolean;
  isDisabled: boolean;
  question: Question | null;
}

/** What an element holds, and what happens when it is used. */
export function useElement({ element, blockId, dispatches }: Omit<ElementProps, 'naming'>): ElementState {
  const { host, form } = useBlockKit();
  const [ownValue, setOwnValue] = useState<InputValue>();
  const [isWaiting, setIsWaiting] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const actionId = stringOrNull(element.action_id) ?? '';
  const given = form === null ? ownValue : form.values[blockId]?.[actionId];

  function keep(value: InputValue): void {
    if (form === null) setOwnValue(value);
    else form.onChange(blockId, actionId, value);
  }

  function afterConfirm(run: () => void): void {
    if (!isJson(element.confirm)) return run();
    const answer = (then: () => void) => () => {
      setQuestion(null);
      then();
    };
    setQuestion({ confirm: element.confirm, yes: answer(run), no: answer(() => undefined) });
  }

  function act(use: Omit<ElementUse, 'actionId' | 'blockId'>): void {
    setIsWaiting(true);
    const done = (): void => setIsWaiting(false);
    host.act({ actionId, blockId, ...use }).then(done, done);
  }

  return {
    value: given ?? initialValue(element),
    keep,
    dispatch: (value) => act({ value }),
    choose(value) {
      if (!dispatches) return keep(value);
      afterConfirm(() => {
        keep(value);
        act({ value });
      });
    },
    press(use, onUse) {
      if (isWaiting) return;
      afterConfirm(() => {
        onUse?.();
        act(use);
      });
    },
    isWaiting,
    isDisabled: form?.isDisabled ?? false,
    question,
  };
}
