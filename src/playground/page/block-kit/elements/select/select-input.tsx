import { useContext } from 'react';
import { ComboBoxStateContext, Input } from 'react-aria-components';
import styles from './select.module.css';

/** The field of a select. A click opens its list also when it has the focus already. */
export function SelectInput({ placeholder }: { placeholder: string }) {
  const list = useContext(ComboBoxStateContext);
  return (
    <Input
      className={styles.input ?? ''}
      placeholder={placeholder}
      onClick={() => {
        if (list?.isOpen === false) list.open(null, 'manual');
      }}
    />
  );
}
