import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from './types.js';

export interface FoundFiles {
  /** Regular files that may be articles, in the order of their paths. */
  files: string[];
  diagnostics: Diagnostic[];
}

/**
 * Lists the `.md` and `.txt` files under a folder; a file stands for itself. Links are followed, but no folder is
 * entered twice, so that a link to a folder above ends; names that begin with a dot, devices, pipes and sockets are
 * passed over. Synchronous: for many small folders that takes a fifth of the time.
 */
export function findFiles(folder: string): FoundFiles {
  const found: FoundFiles = { files: [], diagnostics: [] };
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) return { ...found, files: [folder] };
  walk({ path: folder, real: realPath(folder) }, new Set(), found);
  found.files.sort();
  found.diagnostics.sort((one, other) => (one.path < other.path ? -1 : 1));
  return found;
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** A folder by the name under which it was found, and by its real name, which knows no links. */
interface Folder {
  path: string;
  real: string;
}

/** Adds the files of a folder and of those below it, breadth first: of two names of a folder the shorter way counts. */
function walk(first: Folder, entered: Set<string>, found: FoundFiles): void {
  const waiting = [first];
  for (const folder of waiting) {
    if (entered.has(folder.real)) continue;
    entered.add(folder.real);
    waiting.push(...readFolder(folder, found));
  }
}

/** Adds a folder's files to `found`; gives the folders in it. */
function readFolder(folder: Folder, found: FoundFiles): Folder[] {
  const below: Folder[] = [];
  try {
    for (const entry of readdirSync(folder.path, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder.path, entry.name);
      const target = entry.isSymbolicLink()
        ? linkTarget(path, found)
        : { kind: entry, real: join(folder.real, entry.name) };
      if (target?.kind.isDirectory()) below.push({ path, real: target.real });
      else if (target?.kind.isFile() && /\.(?:md|txt)$/i.test(entry.name)) found.files.push(path);
    }
  } catch (error) {
    found.diagnostics.push(unreadable(folder.path, 'folder', error));
  }
  return below;
}

function linkTarget(path: string, found: FoundFiles): { kind: Stats; real: string } | null {
  try {
    return { kind: statSync(path), real: realpathSync(path) };
  } catch (error) {
    found.diagnostics.push(unreadable(path, 'link', error));
    return null;
  }
}

/** The diagnostic for something in a knowledge base that cannot be read. */
export function unreadable(path: string, kind: 'folder' | 'link' | 'file', error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message.split(',', 1)[0] : String(error);
  return {
    rule: 'unreadable',
    severity: 'error',
    path,
    line: 1,
    column: 1,
    message: `the ${kind} cannot be read: ${reason}`,
    advice: `check that the ${kind} exists and that this user may read it`,
  };
}
