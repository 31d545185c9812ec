import { isDocumented } from './describe-code.js';
import { before, type Find, isAloneOnLine, type Passage, type Spot } from './passage.js';

const cue = /\b(?:sql[\s_-]?state|state)["']?\s?(?:code\s)?[:=]?\s?["'([]?$/i;
const databaseCue = /\b(?:odbc|ado|sql|oledb|ole db|error|err|code)\b[^\n]{0,30}$/i;
const unmistakable = /^(?:IM0\d\d|HY(?:[01]\d\d|C00|T0[01])|S1(?:T00|C00)|08S01|42S(?:0[12]|22))$/;
const wellFormed = /^(?:0[0178]|2[1-8]|3[47C-F]|4[024]|HY|IM|S[01])[\dA-Z]{3}$/;

/** An SQLSTATE of ADO or ODBC: `SQLSTATE 08001`, `[State=01000]`, `[IM002]`, `HY000`. */
export function findSqlState({ start, end, word }: Spot, passage: Passage): Find[] {
  const code = word.toUpperCase();
  if (!wellFormed.test(code) || !isSqlState(code, { start, end, word }, passage)) return [];
  return [{ start, end, readAs: [['sqlstate', code]] }];
}

function isSqlState(code: string, { start, end, word }: Spot, passage: Passage): boolean {
  if (unmistakable.test(word) || (passage.isTerse && unmistakable.test(code))) return true;
  if (cue.test(before(passage, start))) return true;
  const isMeant = databaseCue.test(before(passage, start)) || isAloneOnLine(passage, start, end);
  if (/[A-Z]/.test(code) && isMeant) return isDocumented('sqlstate', code);
  const isBracketed = passage.text.charAt(start - 1) === '[' && passage.text.charAt(end) === ']';
  return isBracketed && isDocumented('sqlstate', code);
}
