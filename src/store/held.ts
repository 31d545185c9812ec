import type { ContentTable, Tables } from './tables.js';

/**
 * What a column holds, as far as people are concerned: Slack's id of one, what the author of the row is called, something that
 * people wrote and that may name others, a time, a secret, or nothing of the kind.
 */
export type Held = 'person' | 'name' | 'text' | 'time' | 'secret' | 'plain';

/** Every column, so that nothing about people is kept that `substatus privacy` does not find. */
export const held: { readonly [Table in ContentTable]: Readonly<Record<keyof Tables[Table] & string, Held>> } = {
  deliveries: { key: 'text', claimed_at: 'time', expires_at: 'time', taken_by: 'plain', about: 'text' },
  lookups: {
    id: 'plain',
    at: 'time',
    team: 'plain',
    channel: 'plain',
    thread: 'plain',
    message: 'plain',
    surface: 'plain',
    question: 'text',
    outcome: 'plain',
    article: 'plain',
    milliseconds: 'plain',
  },
  lookup_codes: { lookup: 'plain', code: 'plain' },
  notes: {
    id: 'plain',
    team: 'plain',
    article: 'plain',
    author: 'person',
    author_name: 'name',
    text: 'text',
    channel: 'plain',
    message: 'plain',
    permalink: 'plain',
    created_at: 'time',
    edited_by: 'person',
    edited_at: 'time',
  },
  installations: { team: 'plain', key_id: 'plain', nonce: 'secret', ciphertext: 'secret', saved_at: 'time' },
  departures: { team: 'plain', at: 'time' },
  organisation_teams: { team: 'plain', organisation: 'plain' },
  feedback: { team: 'plain', article: 'plain', answer: 'plain', person: 'person', verdict: 'plain', at: 'time' },
  settings: { team: 'plain', channel: 'plain', name: 'plain', value: 'text' },
  settings_audit: {
    id: 'plain',
    at: 'time',
    team: 'plain',
    channel: 'plain',
    person: 'person',
    name: 'plain',
    old_value: 'text',
    new_value: 'text',
  },
  post_slots: { team: 'plain', channel: 'plain', free_at: 'time' },
};

/** The columns of a table that hold such a thing. */
export function columnsThatHold(table: ContentTable, ...what: Held[]): string[] {
  return Object.entries(held[table]).flatMap(([column, holds]) => (what.includes(holds) ? [column] : []));
}
