import type { Engine } from '../engine.js';

/** The engines by the name that `--engines` takes; each is loaded only in the process that measures it. */
export const engines = {
  ours: async () => (await import('./ours.js')).ours,
  minisearch: async () => (await import('./minisearch.js')).minisearch,
  'minisearch-defaults': async () => (await import('./minisearch.js')).minisearchDefaults,
  'sqlite-fts5': async () => (await import('./sqlite-fts5.js')).sqliteFts5,
  orama: async () => (await import('./orama.js')).orama,
  flexsearch: async () => (await import('./flexsearch.js')).flexsearch,
  fuse: async () => (await import('./fuse.js')).fuseTitles,
  'fuse-texts': async () => (await import('./fuse.js')).fuseTexts,
} satisfies Record<string, () => Promise<Engine>>;

export type EngineName = keyof typeof engines;

export const engineNames = Object.keys(engines) as EngineName[];

/** @throws Error that names the engines there are */
export function engineName(name: string): EngineName {
  const found = engineNames.find((one) => one === name);
  if (found === undefined) throw new Error(`no engine "${name}": --engines takes ${engineNames.join(', ')}`);
  return found;
}
