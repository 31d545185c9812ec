import type { CodeKind, CodeReading, FoundCode } from '../codes/types.js';
import { budget } from './limits.js';
import { boldElement, type Piece, textElement } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { shorten } from './shorten.js';

const kindNames: Record<CodeKind, string> = {
  http: 'HTTP',
  hresult: 'HRESULT',
  ntstatus: 'NTSTATUS',
  win32: 'Win32 error',
  winsock: 'Winsock error',
  asp: 'ASP error',
  sqlstate: 'SQLSTATE',
  event: 'Event ID',
  stop: 'STOP code',
  ftp: 'FTP reply',
  kb: 'article',
};

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
export function meaningPiece(code: FoundCode): Piece {
  const [reading] = code.readings;
  const name = shorten(safeLine(reading?.name ?? ''), budget.meaning / 4);
  const meaning = shorten(safeLine(reading?.meaning ?? ''), budget.meaning / 2);
  return {
    type: 'paragraph',
    tight: true,
    elements: [
      { type: 'text', text: spokenCode(code), style: { code: true } },
      ...(name === '' ? [] : [textElement('  '), boldElement(name)]),
      ...(meaning === '' ? [] : [textElement(`  ${meaning}`)]),
    ],
  };
}

/** What else a number can be: `5 can also be Win32 error 5 (ERROR_ACCESS_DENIED)`; null when there is one reading. */
export function otherReadings(code: FoundCode): string | null {
  const others = code.readings.slice(1);
  if (others.length === 0) return null;
  const listed = others.slice(0, mostOtherReadings).map(readingName).join(', ');
  const more = others.length > mostOtherReadings ? ` and ${others.length - mostOtherReadings} more` : '';
  return shorten(`${shorten(safeLine(code.text), 40)} can also be ${listed}${more}`, budget.contextLine);
}

/** A reading with its kind: `Win32 error 5 (ERROR_ACCESS_DENIED)`. */
export function readingName({ kind, code, name }: CodeReading): string {
  const spoken = withKind(kind, code);
  return name === null ? spoken : `${spoken} (${shorten(safeLine(name), 80)})`;
}

/** A code as people say it: `401.5`, `0x80070005`, `Event ID 5002`. */
export function spokenCode({ kind, code }: Pick<FoundCode, 'kind' | 'code'>): string {
  return kind !== 'http' && /^-?\d+$/.test(code) ? withKind(kind, code) : shorten(safeLine(code), 40);
}

function withKind(kind: CodeKind, code: string): string {
  const normal = shorten(safeLine(code), 40);
  return /^[A-Z]/.test(normal) ? normal : `${kindNames[kind]} ${normal}`;
}
