import { BoltIcon } from '../icons.js';
import styles from './avatar.module.css';

/** White on each of them reads well. */
const colours = ['#8f3d6d', '#1f6f8b', '#4a5fa5', '#7a5195', '#2f6f4f', '#a0522d', '#9c4146', '#5b6b2e'];
const appColours = ['#5a2f1c', '#16324f', '#214a38', '#3d2b5c', '#5c2440'];

export interface AvatarProps {
  id: string;
  name: string;
  isApp: boolean;
  /** Width and height in pixels. */
  size: number;
}

/** A picture of somebody, made of the name: the name itself always stands beside it. */
export function Avatar({ id, name, isApp, size }: AvatarProps) {
  const palette = isApp ? appColours : colours;
  const background = palette[sumOf(id) % palette.length];
  const style = { width: size, height: size, background, fontSize: Math.round(size * 0.42) };
  return (
    <span aria-hidden="true" className={styles.avatar} style={style}>
      {isApp ? <BoltIcon size={Math.round(size * 0.6)} /> : initials(name)}
    </span>
  );
}

function sumOf(id: string): number {
  return [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

/** The first letters of the first and the last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '');
  return letters.join('').toUpperCase();
}
