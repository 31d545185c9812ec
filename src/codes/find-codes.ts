import { findAspError } from './asp-errors.js';
import { findDecimalCode } from './decimal-codes.js';
import { describeCode } from './describe-code.js';
import { findEvent } from './event-ids.js';
import { findFtpReply } from './ftp-replies.js';
import { findHexCode } from './hex-codes.js';
import { findHttpStatus } from './http-statuses.js';
import { findKbId } from './kb-ids.js';
import { findListedNumber } from './listed-numbers.js';
import { readLogLines } from './log-lines.js';
import { findLoneNumber } from './lone-numbers.js';
import { chainEnd, nonCodeEnd } from './non-codes.js';
import { type Find, nextSpot, type Passage, passageOf, type Recogniser, type Spot } from './passage.js';
import { findSqlState } from './sqlstates.js';
import { findStopCode } from './stop-codes.js';
import { findSymbols } from './symbols.js';
import type { FoundCode } from './types.js';
import { type Span, urlSpans } from './urls.js';
import { findSystemError, findWin32Error } from './win32-errors.js';

/** Codes with a form of their own, which are read wherever they stand: the most specific first. */
const byForm: readonly Recogniser[] = [
  findKbId,
  findStopCode,
  findHexCode,
  findDecimalCode,
  findAspError,
  findSqlState,
];
/** Numbers that only the words around them make a code. */
const byContext: readonly Recogniser[] = [
  findSystemError,
  findEvent,
  findFtpReply,
  findLoneNumber,
  findHttpStatus,
  findWin32Error,
];

/**
 * Every error code in a text, in order and without overlap, each with all its readings. Takes any text, in time
 * proportional to its length, and never throws. IP addresses, versions, dates, times, ports, sizes, prices and RFC
 * numbers are not codes.
 */
export function findCodes(text: string): FoundCode[] {
  const passage = passageOf(text);
  const log = readLogLines(text);
  const finds = [...findSymbols(text), ...log.finds, ...findBySpots(passage, log.lines)];
  return withoutOverlaps(finds).map((find) => foundCode(find, text));
}

/** Walks over the spots; at each, the first recogniser that knows it wins. */
function findBySpots(passage: Passage, logLines: readonly Span[]): Find[] {
  const { text } = passage;
  const urls = urlSpans(text);
  const found: Find[] = [];
  let previous: Find | null = null;
  let [url, line, at] = [0, 0, 0];
  for (let spot = nextSpot(text, at); spot !== null; spot = nextSpot(text, at)) {
    while ((urls[url]?.[1] ?? Infinity) <= spot.start) url++;
    while ((logLines[line]?.[1] ?? Infinity) <= spot.start) line++;
    const isInUrl = (urls[url]?.[0] ?? Infinity) <= spot.start;
    const isInLog = (logLines[line]?.[0] ?? Infinity) <= spot.start;
    const finds: Find[] = isInUrl ? findKbId(spot, passage) : findAt(spot, passage, previous, isInLog);
    for (const find of finds) found.push(find);
    previous = finds.at(-1) ?? previous;
    at = resumeAfter(finds, spot, passage);
  }
  return found;
}

function findAt(spot: Spot, passage: Passage, previous: Find | null, isInLog: boolean): Find[] {
  const formed = firstFinds(byForm, spot, passage);
  if (formed.length > 0 || isInLog || nonCodeEnd(spot, passage) !== null) return formed;
  const finds = firstFinds(byContext, spot, passage);
  return finds.length > 0 || previous === null ? finds : findListedNumber(spot, passage, previous);
}

function firstFinds(recognisers: readonly Recogniser[], spot: Spot, passage: Passage): Find[] {
  for (const recogniser of recognisers) {
    const finds = recogniser(spot, passage);
    if (finds.length > 0) return finds;
  }
  return [];
}

/** Where the next spot may begin: after what was read, or after the number that was no code. */
function resumeAfter(finds: readonly Find[], spot: Spot, passage: Passage): number {
  if (finds.length === 0) return nonCodeEnd(spot, passage) ?? chainEnd(spot, passage);
  return Math.max(spot.end, ...finds.map((find) => find.resume ?? find.end));
}

/** In order of their starts; where two overlap, the longer stays. */
function withoutOverlaps(finds: Find[]): Find[] {
  const sorted = finds.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Find[] = [];
  for (const find of sorted) {
    const last = kept.at(-1);
    if (last === undefined || find.start >= last.end) kept.push(find);
    else if (find.end - find.start > last.end - last.start) kept[kept.length - 1] = find;
  }
  return kept;
}

function foundCode({ start, end, readAs }: Find, text: string): FoundCode {
  const readings = readAs.map(([kind, code]) => describeCode(kind, code));
  const [first] = readings;
  if (first === undefined) throw new Error(`a find without a reading at ${start}`);
  return { kind: first.kind, code: first.code, text: text.slice(start, end), start, end, readings };
}
