import { isDocumented } from './describe-code.js';
import type { Find } from './passage.js';
import type { Span } from './urls.js';
import { readWin32Status } from './win32-status.js';

/** What log lines say, and where they stand: their other numbers are addresses, ports, sizes and times. */
export interface LogReading {
  finds: Find[];
  lines: Span[];
}

/** A value of a log line, with its place in the text. */
interface Value {
  text: string;
  start: number;
}

const mayBeLog =
  /#Fields:|\b(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|DEBUG|MKCOL|MOVE|COPY|LOCK|PROPFIND|PROPPATCH|SEARCH|RPC_IN_DATA|RPC_OUT_DATA)[ ,]|Timer_|Connection_/;
const request =
  /(?:^|[\s"])(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|DEBUG|MKCOL|MOVE|COPY|LOCK|PROPFIND|PROPPATCH|SEARCH|RPC_IN_DATA|RPC_OUT_DATA)\s+[/*h]\S*\s/;
const ftpMethod =
  /^(?:\[\d+\])?(?:USER|PASS|RETR|STOR|STOU|APPE|DELE|CWD|MKD|RMD|LIST|NLST|PORT|PASV|EPSV|AUTH|PROT|RNFR|RNTO|QUIT|ControlChannelOpened|ControlChannelClosed|DataChannelOpened|DataChannelClosed|created|sent)$/i;
const serverReason =
  /\s([1-5]\d\d|-) (\d+|-) (?:App\w+|BadRequest|Client_Reset|Conn\w+|Disabled|EntityTooLarge|FieldLength|Forbidden|Header|Hostname|Internal|Invalid_CR\/LF|LengthRequired|N\/A|N\/I|Number|Precondition|QueueFull|RequestLength|Timer_\w+|URL|URL_Length|Verb|Version_N\/S)(?:\s|$)/;
const commonLog = /"\s([1-5]\d\d)\s(?:\d+|-)(?:\s|$)/;

/** Reads W3C, httperr and common log lines by their `#Fields:` line, or by their shape where there is none. */
export function readLogLines(text: string): LogReading {
  const reading: LogReading = { finds: [], lines: [] };
  if (!mayBeLog.test(text)) return reading;
  let fields: readonly string[] | null = null;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const named = /^[\s>\x60]{0,4}#Fields:\s*(.*)$/.exec(line)?.[1];
    if (named !== undefined) fields = named.trim().split(/\s+/);
    const finds = named === undefined ? readLogLine(line, start, fields) : [];
    if (finds !== null) reading.lines.push([start, end]);
    reading.finds.push(...(finds ?? []));
    start = end + 1;
  }
  return reading;
}

/** The codes of one line, or null when it is no log line. */
function readLogLine(line: string, offset: number, fields: readonly string[] | null): Find[] | null {
  const values = valuesOf(line, offset);
  if (fields !== null && values.length === fields.length) return readByFields(values, fields);
  return (
    readByReason(line, offset) ?? (request.test(line) ? (readByTail(values) ?? readCommonLog(line, offset)) : null)
  );
}

function valuesOf(line: string, offset: number): Value[] {
  return [...line.matchAll(/[^\s\x60]+/g)].map((match) => ({ text: match[0], start: offset + match.index }));
}

function readByFields(values: readonly Value[], fields: readonly string[]): Find[] {
  const value = (name: string) => values[fields.indexOf(name)];
  const [status, sub, win32] = [value('sc-status'), value('sc-substatus'), value('sc-win32-status')];
  if (ftpMethod.test(value('cs-method')?.text ?? '')) return ftpFinds(status, win32);
  return statusFinds(status, sub, win32);
}

/** By shape: the numbers at the end of the line hold status, sub-status and Win32 status, then bytes and time taken. */
function readByTail(values: readonly Value[]): Find[] | null {
  let first = values.length;
  while (first > 0 && values.length - first < 7 && /^\d{1,10}$/.test(values[first - 1]?.text ?? '')) first--;
  for (let at = first; at < values.length; at++) {
    const [status, sub, win32] = [values[at], values[at + 1], values[at + 2]];
    if (!isStatus(status)) continue;
    if (sub === undefined) return statusFinds(status, undefined, undefined);
    if (win32 !== undefined && /^(?:0|[1-9]\d{0,2})$/.test(sub.text)) return statusFinds(status, sub, win32);
  }
  return null;
}

/** A line of httperr.log: the status stands before the site and the reason. */
function readByReason(line: string, offset: number): Find[] | null {
  const match = serverReason.exec(line);
  const status = match?.[1];
  if (match === null || status === undefined) return null;
  return statusFinds({ text: status, start: offset + match.index + 1 }, undefined, undefined);
}

function readCommonLog(line: string, offset: number): Find[] | null {
  const match = commonLog.exec(line);
  const status = match?.[1];
  if (match === null || status === undefined) return null;
  return statusFinds({ text: status, start: offset + match.index + match[0].indexOf(status) }, undefined, undefined);
}

/** A request that went well (below 400, Win32 status 0) shows no error. */
function statusFinds(status: Value | undefined, sub: Value | undefined, win32: Value | undefined): Find[] {
  const win32Finds = win32FindsOf(win32);
  if (!isStatus(status) || (Number(status.text) < 400 && win32Finds.length === 0)) return win32Finds;
  const hasSub = sub !== undefined && /^\d{1,3}$/.test(sub.text);
  const code = hasSub ? `${status.text}.${Number(sub.text)}` : status.text;
  const isAdjacent = hasSub && sub.start > status.start && sub.start - status.start <= 6;
  const end = isAdjacent ? sub.start + sub.text.length : status.start + status.text.length;
  return [{ start: status.start, end, readAs: [['http', code]] }, ...win32Finds];
}

function ftpFinds(reply: Value | undefined, win32: Value | undefined): Find[] {
  const win32Finds = win32FindsOf(win32);
  if (!isStatus(reply) || (Number(reply.text) < 400 && win32Finds.length === 0)) return win32Finds;
  const end = reply.start + reply.text.length;
  return [{ start: reply.start, end, readAs: [['ftp', reply.text]] }, ...win32Finds];
}

function win32FindsOf(win32: Value | undefined): Find[] {
  if (win32 === undefined || !/^\d{1,10}$/.test(win32.text)) return [];
  const readAs = readWin32Status(win32.text);
  return readAs.length === 0 ? [] : [{ start: win32.start, end: win32.start + win32.text.length, readAs }];
}

function isStatus(value: Value | undefined): value is Value {
  return (
    value !== undefined &&
    /^[1-5]\d\d$/.test(value.text) &&
    (Number(value.text) >= 400 || isDocumented('http', value.text))
  );
}
