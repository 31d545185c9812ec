import { wrappedWin32 } from './normal-form.js';
import { aspErrors } from './tables/asp-errors.js';
import { events } from './tables/events.js';
import { ftpReplies } from './tables/ftp-replies.js';
import { hresults } from './tables/hresults.js';
import { httpStatuses } from './tables/http-statuses.js';
import { ntstatuses } from './tables/ntstatuses.js';
import { sqlstates } from './tables/sqlstates.js';
import { stopCodes } from './tables/stop-codes.js';
import type { CodeTable, TableEntry } from './tables/table.js';
import { win32Errors } from './tables/win32-errors.js';
import { winsockErrors } from './tables/winsock-errors.js';
import type { CodeKind, CodeReading } from './types.js';

const tables: Record<CodeKind, CodeTable> = {
  http: httpStatuses,
  hresult: hresults,
  ntstatus: ntstatuses,
  win32: win32Errors,
  winsock: winsockErrors,
  asp: aspErrors,
  sqlstate: sqlstates,
  event: events,
  stop: stopCodes,
  ftp: ftpReplies,
  kb: new Map(),
};

/** The events of each id, whatever their source. */
const eventsById = new Map<string, TableEntry[]>();
for (const [code, entry] of events) {
  const id = code.slice(code.lastIndexOf(' ') + 1);
  eventsById.set(id, [...(eventsById.get(id) ?? []), entry]);
}

/** Whether the tables have this code, in normal form. */
export function isDocumented(kind: CodeKind, code: string): boolean {
  return tables[kind].has(code);
}

/** A code in normal form with its name and meaning; both are null when the tables do not have it. */
export function describeCode(kind: CodeKind, code: string): CodeReading {
  const entry = tables[kind].get(code) ?? lessExactEntry(kind, code);
  return { kind, code, name: entry?.name ?? null, meaning: entry?.meaning ?? null };
}

/** What a code without an entry of its own means: 200.0 a 200, an HRESULT the Win32 error inside, an event its only source's. */
function lessExactEntry(kind: CodeKind, code: string): TableEntry | undefined {
  if (kind === 'http' && code.endsWith('.0')) return httpStatuses.get(code.slice(0, -2));
  if (kind === 'hresult') return wrappedEntry(code);
  return kind === 'event' ? eventOfOneSource(code) : undefined;
}

function wrappedEntry(code: string): TableEntry | undefined {
  const inside = wrappedWin32(Number(code));
  return inside === null ? undefined : win32Errors.get(String(inside));
}

function eventOfOneSource(code: string): TableEntry | undefined {
  const sameId = eventsById.get(code) ?? [];
  return sameId.length === 1 ? sameId[0] : undefined;
}
