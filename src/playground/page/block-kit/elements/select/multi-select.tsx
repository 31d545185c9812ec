import { useState } from 'react';
import { Button, ComboBox, Group } from 'react-aria-components';
import { ChevronDownIcon, CloseIcon } from '../../../icons.js';
import { numberOrNull, textOf } from '../../json-fields.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { type ElementProps, useElement } from '../use-element.js';
import { comboBoxProps } from './combo-box-props.js';
import { OptionList } from './option-list.js';
import type { Choice } from './options.js';
import styles from './select.module.css';
import { SelectInput } from './select-input.js';
import { useChoices } from './use-choices.js';

/** Any select of which several entries are chosen; they stand in front of the field, each with a button that removes it. */
export function MultiSelect(props: ElementProps) {
  const { element, blockId, naming } = props;
  const { value, choose, isWaiting, isDisabled, question } = useElement(props);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { groups, empty, choice } = useChoices(element, blockId, typed, isOpen);
  const chosen = Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
  const most = numberOrNull(element.max_selected_items);
  const placeholder = textOf(element.placeholder) || 'Choose options';

  return (
    <>
      <ComboBox
        {...comboBoxProps(naming, placeholder, isDisabled)}
        selectionMode="multiple"
        items={groups}
        value={chosen}
        inputValue={typed}
        onInputChange={setTyped}
        onOpenChange={(nowOpen) => {
          setIsOpen(nowOpen);
          if (!nowOpen) setTyped('');
        }}
        onChange={(keys) => {
          const next = keys.map(String);
          setTyped('');
          if (next.join('\n') !== chosen.join('\n') && (most === null || next.length <= most)) choose(next);
        }}
      >
        <Group className={naming.isInvalid ? `${styles.box} ${styles.invalid}` : (styles.box ?? '')}>
          <Tags
            chosen={chosen.map(choice)}
            isDisabled={isDisabled}
            onRemove={(gone) => choose(without(chosen, gone))}
          />
          <SelectInput placeholder={chosen.length === 0 ? placeholder : ''} />
          <Button className={styles.open ?? ''}>
            {isWaiting ? <span className={styles.waiting} /> : <ChevronDownIcon size={16} />}
          </Button>
        </Group>
        <OptionList groups={groups} empty={empty} />
      </ComboBox>
      <ConfirmDialog question={question} />
    </>
  );
}

interface TagsProps {
  chosen: readonly Choice[];
  isDisabled: boolean;
  onRemove(value: string): void;
}

function Tags({ chosen, isDisabled, onRemove }: TagsProps) {
  return chosen.map(({ value, label }) => (
    <span key={value} className={styles.tag}>
      {label}
      <Button
        slot={null}
        className={styles.remove ?? ''}
        aria-label={`Remove ${label}`}
        isDisabled={isDisabled}
        onPress={() => onRemove(value)}
      >
        <CloseIcon size={12} />
      </Button>
    </span>
  ));
}

function without(values: readonly string[], gone: string): string[] {
  return values.filter((value) => value !== gone);
}
