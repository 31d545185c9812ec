import { isJson } from '../json.js';
import type { Json } from '../types.js';

/** What is wrong, in the form of Slack's `response_metadata.messages`. */
export type Problems = string[];

/** Looks at one value; `at` is its JSON pointer. Adds to `problems`, never throws. */
export type Check = (value: unknown, at: string, problems: Problems) => void;

export type Fields = Record<string, Check>;

export function complain(problems: Problems, message: string, at: string): void {
  problems.push(`[ERROR] ${message} [json-pointer:${at}]`);
}

export function string({ min = 0, max }: { min?: number; max: number }): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') complain(problems, 'must provide a string', at);
    else if (value.length < min) complain(problems, `must be more than ${min - 1} characters`, at);
    else if (value.length > max) complain(problems, `must be less than ${max + 1} characters`, at);
  };
}

export function integer({ min, max }: { min: number; max: number }): Check {
  return (value, at, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) complain(problems, 'must provide a number', at);
    else if (value < min || value > max) complain(problems, `must be between ${min} and ${max}`, at);
  };
}

export const boolean: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') complain(problems, 'must provide a boolean', at);
};

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, problems) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    complain(problems, `failed to match all allowed schemas: ${allowed.join(', ')}`, at);
  };
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) complain(problems, `must be ${what}`, at);
  };
}

export function url(max: number): Check {
  const length = string({ min: 1, max });
  return (value, at, problems) => {
    length(value, at, problems);
    if (typeof value === 'string' && value !== '' && !URL.canParse(value)) complain(problems, 'invalid url', at);
  };
}

export function array(item: Check, { min = 0, max }: { min?: number; max: number }): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) return complain(problems, 'must provide an array', at);
    if (value.length < min) complain(problems, `no fewer than ${min} items required`, at);
    if (value.length > max) complain(problems, `no more than ${max} items allowed`, at);
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, problems);
  };
}

/** An object with these fields and no others; `type` is always allowed, since it chose the schema. */
export function object(required: Fields, optional: Fields = {}): Check {
  const known: Fields = { ...required, ...optional };
  return (value, at, problems) => {
    if (!isJson(value)) return complain(problems, 'must provide an object', at);
    for (const name of Object.keys(required)) {
      if (!isGiven(value, name)) complain(problems, `missing required field: ${name}`, at);
    }
    for (const [name, field] of Object.entries(value)) checkField(known, name, field, at, problems);
  };
}

function checkField(known: Fields, name: string, value: unknown, at: string, problems: Problems): void {
  if (name === 'type' || value === null || value === undefined) return;
  const check = Object.hasOwn(known, name) ? known[name] : undefined;
  if (check === undefined) complain(problems, `invalid additional property: ${name}`, at);
  else check(value, `${at}/${pointerToken(name)}`, problems);
}

/** The check that belongs to the value's `type`. */
export function byType(table: Record<string, Check>): Check {
  return (value, at, problems) => {
    if (!isJson(value)) return complain(problems, 'must provide an object', at);
    const type = value.type;
    if (typeof type !== 'string') return complain(problems, 'missing required field: type', at);
    const check = Object.hasOwn(table, type) ? table[type] : undefined;
    if (check === undefined) complain(problems, `unsupported type: ${type}`, `${at}/type`);
    else check(value, at, problems);
  };
}

/** The check, and a look at the object as a whole when it is one. */
export function also(check: Check, look: (value: Json, at: string, problems: Problems) => void): Check {
  return (value, at, problems) => {
    check(value, at, problems);
    if (isJson(value)) look(value, at, problems);
  };
}

/** Exactly one of these fields has to be there. */
export function exactlyOne(check: Check, ...names: readonly string[]): Check {
  return also(check, (value, at, problems) => {
    const given = names.filter((name) => isGiven(value, name));
    if (given.length === 0) complain(problems, `missing required field: ${names.join(' or ')}`, at);
    if (given.length > 1) complain(problems, `only one of these may be given: ${given.join(', ')}`, at);
  });
}

function isGiven(value: Json, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== null && value[name] !== undefined;
}

/** A name within a JSON pointer (RFC 6901). */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
