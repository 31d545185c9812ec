import { freeEnd } from './cues.js';
import { isDocumented } from './describe-code.js';
import { hex32 } from './normal-form.js';
import { readings32 } from './numbers-32-bit.js';
import { after, before, type Find, matchAt, type Passage, type Spot } from './passage.js';

const cue =
  /(?<!\bbus\s)\b(?:stop|bug\s?check|bsod|blue\s?screen)(?:\s(?:code|error|message|screen|was|is|with|of)){0,3}\s?[:=(-]?\s?["']?$/i;
/** A decimal number after `stop` in small letters is mostly a count. */
const sureCue =
  /\b(?:STOP|[Bb]ug\s?[Cc]heck|BSOD|[Bb]lue\s?[Ss]creen|(?:[Ss]top|STOP)\s(?:[Cc]ode|CODE|[Ee]rror|ERROR))[\s:=("'-]{0,3}$/;
const long = /^(?:0x)?([\da-f]{8}|(?<=0x)[\da-f]{1,8})[hl]?$/i;
const short = /^([\da-f]{1,3})h?$/i;
const parameters = /\s{0,3}[({]\s?(?:(?:0x)?[\da-f]{1,16}[\s,]{0,3}){1,6}[)}]?/iy;

/** A STOP code (bug check) with its parameters: `STOP: 0x0000007B (0xF741B84C, ...)`, `Stop 7B`, `bug check 0x50`. */
export function findStopCode(spot: Spot, passage: Passage): Find[] {
  const { start, end, word } = spot;
  const digits = long.exec(word)?.[1] ?? short.exec(word)?.[1];
  if (digits === undefined) return [];
  const lead = before(passage, start, 32);
  if (!cue.test(lead)) return [];
  const value = Number.parseInt(digits, 16);
  const code = hex32(value);
  if (!long.test(word) && !(isDocumented('stop', code) && isMeant(digits, lead, after(passage, end)))) return [];
  const length = matchAt(parameters, passage.text, end)?.[0].length ?? 0;
  return [{ start, end, readAs: [['stop', code], ...readings32(value)], resume: end + length }];
}

function isMeant(digits: string, lead: string, tail: string): boolean {
  if (!freeEnd.test(tail)) return false;
  return /[a-f]/i.test(digits) || sureCue.test(lead);
}
