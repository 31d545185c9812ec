import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './fold.module.css';

/** What was opened stays open, also when a list takes the message away and brings it back. */
const opened = new Set<string>();

interface FoldProps {
  /** From how many pixels on a part is hidden. */
  height: number;
  /** Remembers that it was opened under this name. */
  name?: string;
  children: ReactNode;
}

/** Hides the end of what is too high behind "Show more". */
export function Fold({ height, name, children }: FoldProps) {
  const content = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(name !== undefined && opened.has(name));

  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return;
    // A little more than the height is shown at once: folding a line away helps nobody.
    const measure = (): void => setIsLong(element.scrollHeight > height * 1.15);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Who walks in with the keyboard has to see where they are.
    const open = (): void => setIsOpen(true);
    element.addEventListener('focusin', open);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', open);
    };
  }, [height]);

  function toggle(): void {
    if (name !== undefined && !isOpen) opened.add(name);
    if (name !== undefined && isOpen) opened.delete(name);
    setIsOpen(!isOpen);
  }

  const isFolded = isLong && !isOpen;
  return (
    <>
      <div className={isFolded ? styles.folded : undefined} style={isFolded ? { maxHeight: height } : undefined}>
        <div ref={content}>{children}</div>
      </div>
      {isLong && (
        <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Show less' : 'Show more'}
        </button>
      )}
    </>
  );
}
