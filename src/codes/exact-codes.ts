import { otherErrors } from './cues.js';
import { findCodes } from './find-codes.js';
import type { FoundCode } from './types.js';

const cueLink = String.raw`(?:[\s-]?(?:code|number|no\.?|status|is|was|value|of|returned))*\s?[:=#]?\s?["'(\x60]?$`;
/** Words that say whose number follows. */
const systemCue = new RegExp(
  String.raw`(?:\b(?:system|windows|win32|os|socket|winsock)[\s-](?:error|err)|\bwin32|\bhelpmsg|\blasterror(?:\(\))?)${cueLink}`,
  'i',
);
const errorCue = new RegExp(String.raw`\b(?:error|err|errno)${cueLink}`, 'i');
/** Smaller numbers are also counted, and other programs number their errors with them. */
const leastWithoutSystem = 1_000;
/** A cue and its links are not longer. */
const cueLength = 60;

/**
 * The codes in a message that can be nothing else, although nobody asks about them: a documented HTTP status with its
 * substatus, a documented HRESULT or NTSTATUS in full, a documented Windows error that the text calls an error. Never throws.
 */
export function exactCodes(text: string): FoundCode[] {
  return findCodes(text).filter((found) => isExact(found, text));
}

function isExact({ kind, code, start, text: written, readings }: FoundCode, text: string): boolean {
  if (readings[0]?.meaning == null && readings[0]?.name == null) return false;
  if (kind === 'http') return /^[45]\d\d\.[1-9]\d*$/.test(code);
  if (kind === 'hresult' || kind === 'ntstatus') return /^0x[0-9a-f]{8}$/i.test(written) || /^-\d{9,10}$/.test(written);
  if (kind !== 'win32' && kind !== 'winsock') return false;
  const lead = text.slice(Math.max(0, start - cueLength), start);
  if (systemCue.test(lead)) return true;
  return Number(code) >= leastWithoutSystem && errorCue.test(lead) && !otherErrors.test(lead);
}
