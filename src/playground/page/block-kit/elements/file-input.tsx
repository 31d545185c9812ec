import { numberOrNull, stringsIn } from '../json-fields.js';
import styles from './text-inputs.module.css';
import { type ElementProps, useElement } from './use-element.js';

/** Files stay on this machine: the bot hears their names as ids, since this page has no place to upload them to. */
export function FileInput(props: ElementProps) {
  const { element, naming } = props;
  const { keep, isDisabled } = useElement(props);
  const types = stringsIn(element.filetypes).map((type) => `.${type}`);
  return (
    <>
      <input
        type="file"
        className={styles.input}
        multiple={(numberOrNull(element.max_files) ?? 10) > 1}
        accept={types.length === 0 ? undefined : types.join(',')}
        aria-labelledby={naming.labelledBy}
        aria-label={naming.labelledBy === undefined ? 'Files' : undefined}
        aria-describedby={naming.describedBy}
        disabled={isDisabled}
        onChange={({ target }) => keep([...(target.files ?? [])].map(({ name }) => name))}
      />
      <small>Files are not uploaded here; the app gets their names only.</small>
    </>
  );
}
