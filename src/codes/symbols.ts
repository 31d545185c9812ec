import { readings32, win32Readings } from './numbers-32-bit.js';
import type { Find, ReadAs } from './passage.js';
import { hresults } from './tables/hresults.js';
import { ntstatuses } from './tables/ntstatuses.js';
import { stopCodes } from './tables/stop-codes.js';
import { win32Errors } from './tables/win32-errors.js';

const symbolShape = /\b(?:WSA[A-Z]+(?:_[A-Z]+)*|[A-Z]+\d?(?:_[A-Z0-9]+)+)\b/gi;
/** Looking for this, and for an underscore, first is quick, and most texts have neither. */
const mayWinsock = /WSA/i;
const symbols = symbolTable();

/** Codes that are called by their symbol: `ERROR_ACCESS_DENIED`, `E_FAIL`, `WSAECONNREFUSED`. */
export function findSymbols(text: string): Find[] {
  const finds: Find[] = [];
  if (!text.includes('_') && !mayWinsock.test(text)) return finds;
  for (const match of text.matchAll(symbolShape)) {
    const readAs = symbols.get(match[0].toUpperCase());
    if (readAs !== undefined) finds.push({ start: match.index, end: match.index + match[0].length, readAs });
  }
  return finds;
}

/** Symbols that stand in two tables (STATUS_SYSTEM_PROCESS_TERMINATED) are read by the later one here. */
function symbolTable(): Map<string, ReadAs[]> {
  const table = new Map<string, ReadAs[]>();
  for (const [code, { name }] of stopCodes) table.set(name, [['stop', code]]);
  for (const [code, { name }] of ntstatuses) table.set(name, [['ntstatus', code]]);
  for (const [code, { name }] of hresults) table.set(name, readings32(Number(code)));
  for (const [code, { name }] of win32Errors) table.set(name, win32Readings(Number(code)));
  for (const name of [...table.keys()]) if (!/^[A-Z][A-Z0-9_]+$/.test(name)) table.delete(name);
  return table;
}
