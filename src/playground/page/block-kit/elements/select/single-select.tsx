import { useState } from 'react';
import { Button, ComboBox, Group } from 'react-aria-components';
import { ChevronDownIcon, CloseIcon } from '../../../icons.js';
import { textOf } from '../../json-fields.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { type ElementProps, useElement } from '../use-element.js';
import { comboBoxProps } from './combo-box-props.js';
import { OptionList } from './option-list.js';
import styles from './select.module.css';
import { SelectInput } from './select-input.js';
import { useChoices } from './use-choices.js';

/** Any select of which one entry is chosen: its own entries, the app's, people or channels. */
export function SingleSelect(props: ElementProps) {
  const { element, blockId, naming } = props;
  const { value, choose, isWaiting, isDisabled, question } = useElement(props);
  // Null until something is typed: then the entry shows that is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { groups, empty, choice } = useChoices(element, blockId, typed ?? '', isOpen);
  const chosen = typeof value === 'string' && value !== '' ? choice(value) : null;
  const placeholder = textOf(element.placeholder) || 'Choose an option';

  return (
    <>
      <ComboBox
        {...comboBoxProps(naming, placeholder, isDisabled)}
        items={groups}
        value={chosen?.value ?? null}
        inputValue={typed ?? chosen?.label ?? ''}
        onInputChange={setTyped}
        onOpenChange={(nowOpen) => {
          setIsOpen(nowOpen);
          if (!nowOpen) setTyped(null);
        }}
        onChange={(key) => {
          setTyped(null);
          if (key !== null && key !== chosen?.value) choose(String(key));
        }}
      >
        <Group className={naming.isInvalid ? `${styles.box} ${styles.invalid}` : (styles.box ?? '')}>
          <SelectInput placeholder={placeholder} />
          {chosen !== null && naming.isRequired === false && (
            <Button slot={null} className={styles.clear ?? ''} aria-label="Clear" onPress={() => choose('')}>
              <CloseIcon size={14} />
            </Button>
          )}
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
