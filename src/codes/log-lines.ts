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
  /\b(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|DEBUG|MKCOL|MOVE|COPY|LOCK|PROPFIND|PROPPATCH|SEARCH|RPC_IN_DATA|RPC_OUT_DATA)[\s,]|Timer_|Connection_|SVC\d*,/;
const namesFields = /#Fields:/i;
const request =
  /(?:^|[\s"])(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|DEBUG|MKCOL|MOVE|COPY|LOCK|PROPFIND|PROPPATCH|SEARCH|RPC_IN_DATA|RPC_OUT_DATA)\s+[/*h]\S*\s/;
const ftpMethod =
  /^(?:\[\d+\])?(?:USER|PASS|RETR|STOR|STOU|APPE|DELE|CWD|MKD|RMD|LIST|NLST|PORT|PASV|EPSV|AUTH|PROT|RNFR|RNTO|QUIT|ControlChannelOpened|ControlChannelClosed|DataChannelOpened|DataChannelClosed|created|sent)$/i;
const serverReason =
  /\s([1-5]\d\d|-) (\d+|-) (?:App\w+|BadRequest|Client_Reset|Conn\w+|Disabled|EntityTooLarge|FieldLength|Forbidden|Header|Hostname|Internal|Invalid_CR\/LF|LengthRequired|N\/A|N\/I|Number|Precondition|QueueFull|RequestLength|Timer_\w+|URL|URL_Length|Verb|Version_N\/S)(?:\s|$)/;
const commonLog = /"\s([1-5]\d\d)\s(?:\d+|-)(?:\s|$)/;
/** The format of IIS itself: service, computer, address, time, bytes in, bytes out, status, Win32 status. */
const iisFormat =
  /\b(?:W3SVC|MSFTPSVC|FTPSVC)\d{0,10},\s[^,]{0,64},\s[^,]{0,64},\s\d{1,16},\s\d{1,16},\s\d{1,16},\s(\d{1,10}),\s(\d{1,10}),/;
/** A line begins after a line break, or where a time stamp or a directive shows that the break was lost on the way. */
const lineStart = /\n|(?<=\s)(?=\d{4}-\d\d-\d\d\s\d\d:\d\d:\d\d\s)|(?<=\s)(?=#(?:Software|Version|Date|Fields):\s)/gi;

/** Reads W3C, httperr and common log lines by their `#Fields:` line, or by their shape where there is none. */
export function readLogLines(text: string): LogReading {
  const reading: LogReading = { finds: [], lines: [] };
  if (!mayBeLog.test(text) && !(text.includes('#') && namesFields.test(text))) return reading;
  let fields: readonly string[] | null = null;
  for (const [start, end] of linesOf(text)) {
    const line = text.slice(start, end);
    const named = /^(?:[\s>\x60]|&gt;){0,6}#Fields:(.*)$/i.exec(line.trimEnd())?.[1];
    if (named !== undefined) fields = named.replaceAll('`', '').toLowerCase().trim().split(/\s+/);
    const finds = named === undefined ? readLogLine(line, start, fields) : [];
    if (finds !== null) reading.lines.push([start, end]);
    reading.finds.push(...(finds ?? []));
  }
  return reading;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { 0: separator, index } of text.matchAll(lineStart)) {
    if (index > start) lines.push([start, index]);
    start = index + separator.length;
  }
  if (start < text.length) lines.push([start, text.length]);
  return lines;
}

/** The codes of one line, or null when it is no log line. */
function readLogLine(line: string, offset: number, fields: readonly string[] | null): Find[] | null {
  if (fields !== null) {
    const values = valuesOf(line, offset);
    if (values.length === fields.length) return readByFields(values, fields);
  }
  const byReason = readAt(serverReason.exec(line), offset);
  if (byReason !== null) return byReason;
  const byCommas = readIisFormat(line, offset);
  if (byCommas !== null) return byCommas;
  const match = request.exec(line);
  if (match === null) return null;
  const rest = valuesOf(line, offset).filter((value) => value.start >= offset + match.index + match[0].length - 1);
  return readAt(commonLog.exec(line), offset) ?? readByShape(rest);
}

function valuesOf(line: string, offset: number): Value[] {
  return [...line.matchAll(/(?!&gt;)[^\s\x60>]+/g)].map((match) => ({ text: match[0], start: offset + match.index }));
}

function readByFields(values: readonly Value[], fields: readonly string[]): Find[] {
  const value = (name: string) => values[fields.indexOf(name)]; // -1 finds nothing
  const [status, sub, win32] = [value('sc-status'), value('sc-substatus'), value('sc-win32-status')];
  if (ftpMethod.test(value('cs-method')?.text ?? '')) return ftpFinds(status, win32);
  return statusFinds(status, sub, win32);
}

/**
 * By shape: the last numbers that stand together hold status, sub-status and Win32 status, then bytes and time taken.
 * IIS 4.0 and 5.x wrote the status alone, before the user agent.
 */
function readByShape(values: readonly Value[]): Find[] | null {
  let end = values.length;
  while (end > 0 && !isNumber(values[end - 1])) end--;
  let first = end;
  while (first > 0 && end - first < 7 && isNumber(values[first - 1])) first--;
  const run = values.slice(first, end);
  const triads = run.map((_, at) => [run[at], run[at + 1], run[at + 2]] as const).filter(isTriad);
  const [status, sub, win32] = triads.find(([main, sub]) => isKnownPair(main, sub)) ?? triads[0] ?? [];
  if (status !== undefined) return statusFinds(status, sub, win32);
  const isAtEnd = end === values.length || /[/+]/.test(values[end]?.text ?? '');
  const alone = isAtEnd ? run.find((value) => isDocumented('http', value.text)) : undefined;
  return alone === undefined ? null : statusFinds(alone, undefined, undefined);
}

function isTriad(values: readonly (Value | undefined)[]): boolean {
  const [status, sub, win32] = values;
  return isStatus(status) && win32 !== undefined && /^(?:0|[1-9]\d{0,2})$/.test(sub?.text ?? '');
}

function isKnownPair(status: Value | undefined, sub: Value | undefined): boolean {
  return sub?.text === '0' || isDocumented('http', `${status?.text}.${sub?.text}`);
}

function isNumber(value: Value | undefined): boolean {
  return value !== undefined && /^\d{1,10}$/.test(value.text);
}

/** The status that an expression has as its first group. */
function readAt(match: RegExpExecArray | null, offset: number): Find[] | null {
  const status = match?.[1];
  if (match === null || status === undefined) return null;
  const start = offset + match.index + match[0].indexOf(status);
  return statusFinds({ text: status, start }, undefined, undefined);
}

function readIisFormat(line: string, offset: number): Find[] | null {
  const match = iisFormat.exec(line);
  const [whole, status, win32] = match ?? [];
  if (match === null || whole === undefined || status === undefined || win32 === undefined) return null;
  const win32Start = offset + match.index + whole.length - win32.length - 1;
  const statusStart = win32Start - ', '.length - status.length;
  const place = { text: status, start: statusStart };
  const error = { text: win32, start: win32Start };
  return /^(?:MS)?FTP/i.test(whole) ? ftpFinds(place, error) : statusFinds(place, undefined, error);
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
