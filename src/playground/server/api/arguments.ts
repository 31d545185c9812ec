import { isJson, parseJson, stringOrNull } from '../json.js';
import { SlackError } from '../slack-error.js';
import type { Json } from '../types.js';

/** The arguments of a call, whether they came as a form (all strings, JSON inside) or as JSON. */
export class Arguments {
  readonly raw: Json;

  constructor(raw: Json) {
    this.raw = raw;
  }

  /** The argument as text; numbers count, an empty one is null. */
  text(name: string): string | null {
    const value = this.raw[name];
    if (typeof value === 'number') return String(value);
    return stringOrNull(value) || null;
  }

  /** Throws invalid_arguments when it is missing. */
  required(name: string): string {
    const value = this.text(name);
    if (value === null) throw new SlackError('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
    return value;
  }

  /** A whole number between the bounds, or the default when it is missing. Throws invalid_limit. */
  integer(name: string, fallback: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1) throw new SlackError('invalid_limit');
    return Math.min(number, max);
  }

  flag(name: string): boolean {
    return ['true', '1', 'True'].includes(String(this.raw[name]));
  }

  /** A JSON argument, parsed when it came as a string; null when missing. Throws `errorCode` when it is not JSON. */
  json(name: string, errorCode: string): unknown {
    const value = this.raw[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') return value;
    const parsed = parseJson(value);
    if (parsed === undefined) throw new SlackError(errorCode);
    return parsed;
  }

  /** A JSON argument that has to be an object. */
  object(name: string, errorCode: string): Json | null {
    const value = this.json(name, errorCode);
    if (value === null || isJson(value)) return value;
    throw new SlackError(errorCode);
  }
}
