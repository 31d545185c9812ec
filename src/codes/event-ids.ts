import { isDocumented } from './describe-code.js';
import { after, before, type Find, type Passage, type Spot } from './passage.js';
import { eventSources, events } from './tables/events.js';

const sources = [...eventSources.keys()]
  .sort((a, b) => b.length - a.length)
  .map((source) => source.replace(/[.]/g, '\\.'))
  .join('|');
const idCue = /\b(?:event|evt)(?:\s?-?(?:ids?|number|code))\s?(?:[:=#]|is|no\.?)?\s?["'(]?$/i;
const eventCue = /\bevents?\s?[:#]?\s?["'(]?$/i;
/** `WAS 5002`, `SMTPSVC event 115`, `(W3SVC) event id: 5`. */
const sourceBefore = new RegExp(
  String.raw`(?<![\w.-])(${sources})["')]?[\s:,(-]{0,3}(events?\s?(?:ids?\s?)?[:#=]?\s?)?$`,
  'i',
);
const sourceNamedBefore = new RegExp(String.raw`\bsource\s?[:=]\s{0,8}["']?(${sources})\b[^]{0,40}$`, 'i');
const sourceAfter = new RegExp(
  String.raw`^["')]?[\s,;.(]{0,12}(?:(?:was\s)?(?:logged\s)?(?:from|by|of|in)\s(?:the\s)?)?(?:(?:event\s)?(?:source|src)\s?(?:name)?\s?[:=]?\s{0,8})?["'(]?(${sources})\b`,
  'i',
);
const knownIds = new Set([...events.keys()].map((code) => code.slice(code.lastIndexOf(' ') + 1)));

/**
 * An event of the Windows event log: `Event ID: 36189 Source: SCHANNEL`, `WAS 5002`, `event115`. Its normal form is the
 * source's proper name and the id (`WAS 5002`) where the source is known, else the id alone (`5002`).
 */
export function findEvent(spot: Spot, passage: Passage): Find[] {
  const id = /^(?:event(?:id)?)?([1-9]\d{0,4})$/i.exec(spot.word)?.[1];
  if (id === undefined) return [];
  const start = spot.end - id.length;
  const lead = before(passage, start);
  const isCalled = start > spot.start || idCue.test(lead);
  const source = sourceNear(lead, passage, spot.end);
  const code = source === null ? id : `${source} ${id}`;
  const isEvent = isCalled || (eventCue.test(lead) && (source !== null || isPlausible(id, passage)));
  if (!isEvent && !isNamedBySource(lead, id)) return [];
  return [{ start, end: spot.end, readAs: [['event', code]] }];
}

/** Whether some source is known to write events of this id. */
export function isKnownEventId(id: string): boolean {
  return knownIds.has(id);
}

function isPlausible(id: string, passage: Passage): boolean {
  return knownIds.has(id) || passage.isTerse || (id.length >= 4 && !/^(?:19|20)\d\d$/.test(id));
}

function sourceNear(lead: string, passage: Passage, end: number): string | null {
  const match = sourceBefore.exec(lead) ?? sourceAfter.exec(after(passage, end)) ?? sourceNamedBefore.exec(lead);
  return properName(match?.[1]);
}

/** `WAS 5002`, where no word says that it is an event: only for a documented pair. */
function isNamedBySource(lead: string, id: string): boolean {
  const name = properName(sourceBefore.exec(lead)?.[1]);
  return name !== null && isDocumented('event', `${name} ${id}`);
}

/** `was` in small letters is a verb. */
function properName(source: string | undefined): string | null {
  if (source === undefined || (source.toUpperCase() === 'WAS' && source !== 'WAS')) return null;
  return eventSources.get(source.toLowerCase()) ?? null;
}
