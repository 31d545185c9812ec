import { statSync } from 'node:fs';
import type { Diagnostic } from '../article/types.js';

/** The files that had errors when they were read last. */
export interface BrokenFiles {
  readonly count: number;
  /** Takes in what was found in the files that have changed; the others are as they were. */
  update(diagnostics: readonly Diagnostic[]): void;
}

/** @param paths files that are known to be broken already */
export function createBrokenFiles(paths: readonly string[]): BrokenFiles {
  const broken = new Map(paths.map((path) => [path, stamp(path)]));
  return {
    get count() {
      return broken.size;
    },
    update(diagnostics) {
      for (const [path, before] of broken) {
        if (stamp(path) !== before) broken.delete(path);
      }
      for (const { path, severity } of diagnostics) {
        if (severity === 'error') broken.set(path, stamp(path));
      }
    },
  };
}

/** What tells whether a file was written since; `gone` when it is not there. */
function stamp(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.size} ${stats.mtimeMs}`;
}
