import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { classes } from '../controls/classes.js';
import { ChevronDownIcon, ChevronRightIcon } from '../icons.js';
import { copy, prettyJson } from './copy-button.js';
import { type JsonLine, jsonLines, preview } from './json-lines.js';
import styles from './json-tree.module.css';

export interface JsonTreeProps {
  /** What a screen reader calls the tree. */
  label: string;
  value: unknown;
  /** How many levels are open at first. */
  openLevels?: number;
}

/** JSON to read: arrows go up, down, in and out; Enter opens and closes; Ctrl+C copies what the focus is on. */
export function JsonTree({ label, value, openLevels = 2 }: JsonTreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [current, setCurrent] = useState('');
  const lines = useMemo(() => jsonLines(value, { openLevels, chosen }), [value, openLevels, chosen]);
  const index = Math.max(
    0,
    lines.findIndex(({ path }) => path === current),
  );

  function open({ path }: JsonLine, isOpen: boolean): void {
    setChosen((known) => new Map(known).set(path, isOpen));
  }

  function focus(to: JsonLine | undefined): void {
    if (to === undefined) return;
    setCurrent(to.path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(to.path)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[index];
    if (line === undefined || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'c' && window.getSelection()?.isCollapsed !== false) void copy(textOf(line));
      return;
    }
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act({ lines, index, line, open, focus });
  }

  function onClick({ target }: MouseEvent): void {
    const path = (target as Element).closest('[data-path]')?.getAttribute('data-path');
    const line = lines.find((one) => one.path === path);
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (line !== undefined && line.entries !== null && !isSelecting) open(line, !line.isOpen);
  }

  return (
    <div ref={tree} role="tree" aria-label={label} className={styles.tree} onKeyDown={onKeyDown} onClick={onClick}>
      {lines.map((line, at) => (
        <div
          key={line.path}
          role="treeitem"
          data-path={line.path}
          tabIndex={at === index ? 0 : -1}
          aria-level={line.level}
          aria-posinset={line.position}
          aria-setsize={line.siblings}
          aria-expanded={line.entries === null ? undefined : line.isOpen}
          className={styles.line}
          style={{ paddingInlineStart: `${(line.level - 1) * 14}px` }}
          onFocus={() => setCurrent(line.path)}
        >
          <Line line={line} />
        </div>
      ))}
    </div>
  );
}

interface KeyPress {
  lines: readonly JsonLine[];
  index: number;
  line: JsonLine;
  open(line: JsonLine, isOpen: boolean): void;
  focus(line: JsonLine | undefined): void;
}

const keys: Readonly<Record<string, (press: KeyPress) => void>> = {
  ArrowDown: ({ lines, index, focus }) => focus(lines[index + 1]),
  ArrowUp: ({ lines, index, focus }) => focus(lines[index - 1]),
  Home: ({ lines, focus }) => focus(lines[0]),
  End: ({ lines, focus }) => focus(lines.at(-1)),
  ArrowRight: ({ lines, index, line, open, focus }) => (line.isOpen ? focus(lines[index + 1]) : open(line, true)),
  ArrowLeft: ({ lines, line, open, focus }) =>
    line.isOpen ? open(line, false) : focus(lines.find(({ path }) => path === line.parent)),
  Enter: ({ line, open }) => open(line, !line.isOpen),
  ' ': ({ line, open }) => open(line, !line.isOpen),
};

function Line({ line }: { line: JsonLine }) {
  const { key, value, entries, isOpen } = line;
  return (
    <>
      <span className={styles.fold}>{entries === null ? null : <Fold isOpen={isOpen} />}</span>
      <span className={styles.text}>
        {key === null ? null : <span className={styles.key}>{key}: </span>}
        {isOpen ? (
          <span className={styles.fainter}>{openText(line)}</span>
        ) : (
          <span className={classes(entries === null ? styles[kindOf(value)] : styles.fainter)}>{preview(line)}</span>
        )}
      </span>
    </>
  );
}

/** The outermost has no key that would tell what it is. */
function openText({ key, isEncoded, entries }: JsonLine): string {
  if (isEncoded) return 'JSON in a string';
  return key === null ? `${entries?.length} ${entries?.length === 1 ? 'entry' : 'entries'}` : '';
}

function Fold({ isOpen }: { isOpen: boolean }) {
  return isOpen ? <ChevronDownIcon size={12} /> : <ChevronRightIcon size={12} />;
}

function kindOf(value: unknown): 'string' | 'number' | 'other' {
  return typeof value === 'string' || typeof value === 'number' ? (typeof value as 'string' | 'number') : 'other';
}

/** A string as it is, anything else as JSON. */
function textOf({ value }: JsonLine): string {
  return typeof value === 'string' ? value : prettyJson(value);
}
