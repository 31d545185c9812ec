import { isBlank, type SourceLine } from './source-line.js';

const label = /^The information in this article applies to:/;

/**
 * Takes the block "The information in this article applies to:" out of a body: one entry a bullet, wrapped lines
 * joined. It ends at a line of dashes or at a paragraph that is no bullet. A blank line stands in its place, so that the
 * text before it does not run into the text after it.
 */
export function takeAppliesTo(lines: SourceLine[]): { appliesTo: string[]; rest: SourceLine[] } {
  const start = lines.findIndex((line) => label.test(line.text));
  const first = lines[start];
  if (first === undefined) return { appliesTo: [], rest: lines };
  const entries: string[] = [];
  const inline = first.text.replace(label, '').trim();
  if (inline !== '') entries.push(withoutBullet(inline));
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (line === undefined || endsBlock(lines, end)) break;
    if (isBlank(line)) continue;
    if (isBullet(line) || entries.length === 0) entries.push(withoutBullet(line.text));
    else entries.push(`${entries.pop()} ${line.text}`);
  }
  const gap: SourceLine = { number: first.number, indent: 0, text: '' };
  return { appliesTo: entries, rest: [...lines.slice(0, start), gap, ...lines.slice(end)] };
}

function endsBlock(lines: SourceLine[], index: number): boolean {
  const [previous, line, next] = [lines[index - 1], lines[index], lines[index + 1]];
  if (line === undefined || isBlank(line)) return false;
  if (/^[-=]{3,}$/.test(line.text)) return true;
  if (next !== undefined && /^[-=]{3,}$/.test(next.text) && !isBullet(line)) return isSeparatorFar(next, line);
  return previous !== undefined && isBlank(previous) && line.indent === 0 && !isBullet(line);
}

/** A heading is underlined at its own length; the line of dashes that closes the block is longer. */
function isSeparatorFar(underline: SourceLine, line: SourceLine): boolean {
  return Math.abs(underline.text.length - line.text.length) <= 2;
}

function isBullet(line: SourceLine): boolean {
  return /^[-*o] /.test(line.text);
}

function withoutBullet(text: string): string {
  return text.replace(/^[-*o] +/, '');
}
