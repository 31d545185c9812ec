import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { MoreHorizontalIcon } from '../../icons.js';
import { objectsIn, stringOrNull, textOf } from '../json-fields.js';
import { PlainText } from '../text/plain-text.js';
import { safeUrl } from '../text/safe-url.js';
import { ConfirmDialog } from './confirm-dialog.js';
import styles from './menu.module.css';
import { type ElementProps, useElement } from './use-element.js';

/** The "…" button with a menu of up to five entries. */
export function OverflowElement(props: ElementProps) {
  const { press, isWaiting, isDisabled, question } = useElement(props);
  const options = objectsIn(props.element.options).map((option, index) => ({ option, id: index }));
  function use(id: number): void {
    const option = options[id]?.option;
    const url = safeUrl(option?.url);
    press({ value: stringOrNull(option?.value) ?? '' }, () => {
      if (url !== null) window.open(url, '_blank', 'noopener');
    });
  }
  return (
    <>
      <MenuTrigger>
        <Button className={styles.more ?? ''} aria-label="More options" isPending={isWaiting} isDisabled={isDisabled}>
          <MoreHorizontalIcon />
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom end">
          <Menu aria-label="More options" className={styles.list ?? ''} onAction={(key) => use(Number(key))}>
            {options.map(({ option, id }) => (
              <MenuItem key={id} id={id} className={styles.item ?? ''} textValue={textOf(option.text) || 'Option'}>
                <PlainText text={textOf(option.text) || 'Option'} />
                {textOf(option.description) !== '' && (
                  <span className={styles.description}>
                    <PlainText text={textOf(option.description)} />
                  </span>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ConfirmDialog question={question} />
    </>
  );
}
