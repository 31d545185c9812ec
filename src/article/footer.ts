import { isBlank, type SourceLine } from './source-line.js';

/**
 * Takes the footer out of a body: the fields between the last `=====` line that `Keywords :` follows and the next
 * `=====` line. A line without a name goes on with the field above it.
 */
export function takeFooter(lines: SourceLine[]): { footer: Record<string, string>; rest: SourceLine[] } {
  const start = lines.findLastIndex((line, index) => isRule(line) && startsFooter(lines[index + 1]));
  if (start === -1) return { footer: {}, rest: lines };
  const close = lines.findIndex((line, index) => index > start && isRule(line));
  const end = close === -1 ? lines.length : close;
  const rest = [...lines.slice(0, start), ...lines.slice(close === -1 ? end : end + 1)];
  return { footer: footerFields(lines.slice(start + 1, end)), rest };
}

function isRule(line: SourceLine): boolean {
  return /^={30,}$/.test(line.text);
}

function startsFooter(line: SourceLine | undefined): boolean {
  return line !== undefined && /^Keywords *:/.test(line.text);
}

function footerFields(lines: SourceLine[]): Record<string, string> {
  const fields = new Map<string, string[]>();
  let values: string[] = [];
  for (const line of lines) {
    if (isBlank(line)) continue;
    const [, label, value = ''] = /^([A-Z][A-Za-z ]{0,30}):(.*)$/.exec(line.text) ?? [];
    const name = label?.trimEnd();
    if (name === undefined || fields.has(name)) values.push(line.text);
    else {
      values = [value.trim()];
      fields.set(name, values);
    }
  }
  return Object.fromEntries([...fields].map(([name, parts]) => [name, parts.join(' ').trim()]));
}
