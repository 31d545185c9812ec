import type { Kysely } from 'kysely';

/** One step of the schema, forward only; never changed after it was released. The same for both databases. */
export interface Migration {
  name: string;
  // The tables as they are at this step, not as today's types say.
  // biome-ignore lint/suspicious/noExplicitAny: a step of the past knows no types
  up(db: Kysely<any>): Promise<void>;
}
