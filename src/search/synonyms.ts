import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The groups of `synonyms.yaml`: names that mean the same, the first of which names the group. */
export const synonyms: readonly (readonly string[])[] = z
  .array(z.array(z.string().min(1)).min(2))
  .parse(parse(readFileSync(new URL('./synonyms.yaml', import.meta.url), 'utf8')));
