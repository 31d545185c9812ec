import type { CodeKind, CodeReading, FoundCode } from '../codes/types.js';
import { budget } from './limits.js';
import { boldElement, type Piece, textElement } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';

const mostCodes = 3;
const mostOtherReadings = 4;

/** The codes of a question worth a line: those that the tables can explain, each once, article ids left out. */
export function explainedCodes(codes: FoundCode[]): { shown: FoundCode[]; more: number } {
  const known = new Map<string, FoundCode>();
  for (const code of codes) {
    const [reading] = code.readings;
    if (code.kind === 'kb' || reading === undefined || known.has(code.code)) continue;
    if (isVisible(code.code) && isVisible(`${reading.name ?? ''}${reading.meaning ?? ''}`)) known.set(code.code, code);
  }
  const all = [...known.values()];
  return { shown: all.slice(0, mostCodes), more: Math.max(0, all.length - mostCodes) };
}

/** A code in its likeliest reading as one line: `401.5` **name** and the meaning; a bare number says what it counts. */
export function meaningPiece(texts: Texts, code: FoundCode): Piece {
  const [reading] = code.readings;
  const name = shorten(safeLine(reading?.name ?? ''), budget.meaning / 4);
  const meaning = shorten(safeLine(reading?.meaning ?? ''), budget.meaning / 2);
  return {
    type: 'paragraph',
    tight: true,
    elements: [
      { type: 'text', text: spokenCode(texts, code), style: { code: true } },
      ...(name === '' ? [] : [textElement('  '), boldElement(name)]),
      ...(meaning === '' ? [] : [textElement(`  ${meaning}`)]),
    ],
  };
}

/** What else a number can be: `5 can also be Win32 error 5 (ERROR_ACCESS_DENIED)`; null when there is one reading. */
export function otherReadings(texts: Texts, code: FoundCode): string | null {
  const others = code.readings.slice(1);
  if (others.length === 0) return null;
  const listed = others
    .slice(0, mostOtherReadings)
    .map((reading) => readingName(texts, reading))
    .join(', ');
  const more = Math.max(0, others.length - mostOtherReadings);
  return shorten(texts.codes.canAlsoBe(shorten(safeLine(code.text), 40), listed, more), budget.contextLine);
}

/** A reading with its kind: `Win32 error 5 (ERROR_ACCESS_DENIED)`. */
export function readingName(texts: Texts, { kind, code, name }: CodeReading): string {
  const spoken = withKind(texts, kind, code);
  return name === null ? spoken : `${spoken} (${shorten(safeLine(name), 80)})`;
}

/** A code as people say it: `401.5`, `0x80070005`, `Event ID 5002`. */
export function spokenCode(texts: Texts, { kind, code }: Pick<FoundCode, 'kind' | 'code'>): string {
  return kind !== 'http' && /^-?\d+$/.test(code) ? withKind(texts, kind, code) : shorten(safeLine(code), 40);
}

function withKind({ codes }: Texts, kind: CodeKind, code: string): string {
  const normal = shorten(safeLine(code), 40);
  return /^[A-Z]/.test(normal) ? normal : `${codes.kinds[kind]} ${normal}`;
}
