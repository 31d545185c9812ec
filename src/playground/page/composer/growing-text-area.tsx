import { type ComponentProps, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import styles from './growing-text-area.module.css';

export interface GrowingTextAreaProps extends Omit<ComponentProps<'textarea'>, 'className' | 'rows' | 'ref'> {
  value: string;
  ref?: Ref<HTMLTextAreaElement | null>;
}

/** A text field as high as its text, up to a good part of the window. */
export function GrowingTextArea({ ref, ...props }: GrowingTextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [props.value]);
  return <textarea {...props} ref={area} rows={1} className={styles.area} />;
}
