import type { RefObject } from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton } from '../controls/icon-button.js';
import { BoldIcon, CodeBlockIcon, CodeIcon, ItalicIcon, StrikeIcon } from '../icons.js';
import styles from './formatting.module.css';
import { type Mark, marked } from './marks.js';

export interface FormattingProps {
  area: RefObject<HTMLTextAreaElement | null>;
  /** The text with the mark, and where the cursor belongs. */
  onChange(text: string, cursor: number): void;
}

const marks: readonly { mark: Mark; label: string; icon: React.ReactNode }[] = [
  { mark: '*', label: 'Bold', icon: <BoldIcon size={16} /> },
  { mark: '_', label: 'Italic', icon: <ItalicIcon size={16} /> },
  { mark: '~', label: 'Strikethrough', icon: <StrikeIcon size={16} /> },
  { mark: '`', label: 'Code', icon: <CodeIcon size={16} /> },
  { mark: '```', label: 'Code block', icon: <CodeBlockIcon size={16} /> },
];

/** Puts Slack's marks around what is selected. One stop for Tab; the arrows go on inside. */
export function Formatting({ area, onChange }: FormattingProps) {
  const put = (mark: Mark): void => {
    if (area.current === null) return;
    const { value, selectionStart, selectionEnd } = area.current;
    const { text, cursor } = marked(value, selectionStart, selectionEnd, mark);
    onChange(text, cursor);
  };
  return (
    <Toolbar aria-label="Formatting" className={styles.bar ?? ''}>
      {marks.map(({ mark, label, icon }) => (
        <IconButton key={mark} label={label} className={styles.button} onPress={() => put(mark)}>
          {icon}
        </IconButton>
      ))}
    </Toolbar>
  );
}
