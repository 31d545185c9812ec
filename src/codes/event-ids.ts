import { isDocumented } from './describe-code.js';
import { after, before, type Find, type Passage, type ReadAs, type Spot } from './passage.js';
import { eventSources, events } from './tables/events.js';

const sources = [...eventSources.keys()]
  .sort((a, b) => b.length - a.length)
  .map((source) => source.replace(/[.]/g, '\\.'))
  .join('|');
const idCue =
  /(?:\b(?:event|evt)(?:[\s_-]?(?:ids?|numbers?|codes?))["']?\s{0,16}(?:[:=#]|is|no\.?)?\s{0,16}|<EventID[^<>]{0,24}>\s?)["'(]?$/i;
const eventCue = /\bevents?\s?[:#]?\s?["'(]?$/i;
/** `WAS 5002`, `SMTPSVC event 115`, `(W3SVC) event id: 5`. */
const sourceBefore = new RegExp(
  String.raw`(?<![\w.-])(${sources})(?:\s\d[\d.]{2,12})?["')]?[\s:,(-]{0,3}(events?[\s-]?(?:ids?\s?)?[:#=]?\s?)?$`,
  'i',
);
/** `Source: WAS` or `<Provider Name="..."/>`, as the Event Viewer copies it some lines before the id. */
const labelledSource = new RegExp(
  String.raw`\b(?:source(?:name)?|provider(?:\s?name)?)["']?\s?[:=]\s{0,24}["']?(${sources})(?![\w-])`,
  'gi',
);
const labelReach = 240;
const sourceAfter = new RegExp(
  String.raw`^["')]?[\s,;.(]{0,12}(?:(?:was\s)?(?:logged\s)?(?:from|by|of|in)\s(?:the\s)?)?(?:(?:event\s)?(?:source|src)\s?(?:name)?\s?[:=]?\s{0,8})?["'(]?(${sources})\b`,
  'i',
);
/** The documented events of each id: a source and the id. */
const eventsById = new Map<string, string[]>();
for (const code of events.keys()) {
  const id = code.slice(code.lastIndexOf(' ') + 1);
  eventsById.set(id, [...(eventsById.get(id) ?? []), code]);
}

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
  const isLed = isCalled || eventCue.test(lead);
  if (!isLed && !isKnownEventId(id)) return [];
  const beside = properName(sourceBefore.exec(lead)?.[1]);
  if (!isLed && (beside === null || !isDocumented('event', `${beside} ${id}`))) return [];
  const source = sourceOf(id, beside, start, passage);
  if (!isCalled && source === null && !isPlausible(id, passage)) return [];
  return [{ start, end: spot.end, readAs: source === null ? eventReadings(id) : [['event', `${source} ${id}`]] }];
}

/** An event id whose source nobody named: itself, and where several sources write it, what it is in each. */
export function eventReadings(id: string): ReadAs[] {
  const known = eventsById.get(id) ?? [];
  return [id, ...(known.length > 1 ? known : [])].map((code) => ['event', code]);
}

/** Whether some source is known to write events of this id. */
export function isKnownEventId(id: string): boolean {
  return eventsById.has(id);
}

function isPlausible(id: string, passage: Passage): boolean {
  return isKnownEventId(id) || passage.isTerse || (id.length >= 4 && !/^(?:19|20)\d\d$/.test(id));
}

/** The source that stands beside an id or is labelled before it; one that is known to write this id goes first. */
function sourceOf(id: string, beside: string | null, start: number, passage: Passage): string | null {
  const isLabelled = idCue.test(before(passage, start));
  const labelled = isLabelled ? [...before(passage, start, labelReach).matchAll(labelledSource)].at(-1) : null;
  const following = sourceAfter.exec(after(passage, start + id.length));
  const names = [beside, properName(labelled?.[1]), properName(following?.[1])].filter((name) => name !== null);
  return names.find((name) => isDocumented('event', `${name} ${id}`)) ?? names[0] ?? null;
}

/** `was` in small letters is a verb. */
function properName(source: string | undefined): string | null {
  if (source === undefined || (source.toUpperCase() === 'WAS' && source !== 'WAS')) return null;
  return eventSources.get(source.toLowerCase()) ?? null;
}
