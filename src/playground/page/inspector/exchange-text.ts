import type { NumberedExchange } from '../../protocol.js';
import type { Json } from '../../server/types.js';

export interface ExchangeFilter {
  text: string;
  direction: NumberedExchange['direction'] | 'both';
}

/** What it was about, beside its name: the command, the button, the kind of event, the channel. */
export function summaryOf({ name, payload }: NumberedExchange): string {
  if (name === 'slash_commands') return `${text(payload.command)} ${text(payload.text)}`;
  if (name === 'events_api') return text(fields(payload.event).type);
  if (name === 'interactive') return `${text(payload.type)} ${interactiveId(payload)}`.trim();
  return text(payload.channel);
}

/** The action_id or callback_id. */
function interactiveId(payload: Json): string {
  const [action] = Array.isArray(payload.actions) ? payload.actions : [];
  const candidates = [
    fields(action).action_id,
    payload.action_id,
    payload.callback_id,
    fields(payload.view).callback_id,
  ];
  return text(candidates.find((candidate) => typeof candidate === 'string'));
}

/** Looks for the text in everything that the inspector shows of it, without regard to case. */
export function matches(exchange: NumberedExchange, filter: ExchangeFilter): boolean {
  if (filter.direction !== 'both' && filter.direction !== exchange.direction) return false;
  return searchable(exchange).includes(filter.text.trim().toLowerCase());
}

const searchableTexts = new WeakMap<NumberedExchange, string>();

function searchable(exchange: NumberedExchange): string {
  const known = searchableTexts.get(exchange);
  if (known !== undefined) return known;
  const { name, status, error, payload, response } = exchange;
  const made = [name, status, error, summaryOf(exchange), JSON.stringify([payload, response])].join(' ').toLowerCase();
  searchableTexts.set(exchange, made);
  return made;
}

/** Below 100 with one decimal, because a lookup takes few. */
export function millisecondsText(milliseconds: number): string {
  return `${milliseconds < 100 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

function fields(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
