import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from './types.js';

export interface FoundFiles {
  /** Regular files that may be articles, in the order of their paths. */
  files: string[];
  diagnostics: Diagnostic[];
}

/** Thrice the largest archive that there is; more would fill the memory before anybody asks. */
const mostFiles = 200_000;

/**
 * Lists the `.md` and `.txt` files under a folder; a file stands for itself. Links are followed within the folder, but no
 * folder is entered twice, so that a link to a folder above ends, and none that leads out is followed: who may write
 * into the folder could show any file of this machine. Names that begin with a dot, devices, pipes and sockets are
 * passed over. Synchronous: for many small folders that takes a fifth of the time.
 * @param most so many files are read at the most
 */
export function findFiles(folder: string, most = mostFiles): FoundFiles {
  const found: FoundFiles = { files: [], diagnostics: [] };
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) return { ...found, files: [folder] };
  walk({ path: folder, real: realPath(folder) }, found, most);
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
function walk(first: Folder, found: FoundFiles, most: number): void {
  const entered = new Set<string>();
  const waiting = [first];
  for (const folder of waiting) {
    if (entered.has(folder.real)) continue;
    entered.add(folder.real);
    for (const below of readFolder(folder, first.real, found)) waiting.push(below);
    if (found.files.length <= most) continue;
    found.files.length = most;
    found.diagnostics.push(tooMany(first.path, most));
    return;
  }
}

/** Adds a folder's files to `found`; gives the folders in it. */
function readFolder(folder: Folder, root: string, found: FoundFiles): Folder[] {
  const below: Folder[] = [];
  try {
    for (const entry of readdirSync(folder.path, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder.path, entry.name);
      const target = entry.isSymbolicLink()
        ? linkTarget(path, root, found)
        : { kind: entry, real: join(folder.real, entry.name) };
      if (target?.kind.isDirectory()) below.push({ path, real: target.real });
      else if (target?.kind.isFile() && /\.(?:md|txt)$/i.test(entry.name)) found.files.push(path);
    }
  } catch (error) {
    found.diagnostics.push(unreadable(folder.path, 'folder', error));
  }
  return below;
}

function linkTarget(path: string, root: string, found: FoundFiles): { kind: Stats; real: string } | null {
  try {
    const real = realpathSync(path);
    if (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)) return { kind: statSync(path), real };
    found.diagnostics.push(linkOutside(path));
    return null;
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

function linkOutside(path: string): Diagnostic {
  return {
    rule: 'link-outside',
    severity: 'error',
    path,
    line: 1,
    column: 1,
    message: 'the link leads out of the folder and is not followed',
    advice: 'put the articles into the folder, or name the folder that they are in beside it',
  };
}

function tooMany(path: string, most: number): Diagnostic {
  return {
    rule: 'too-many-files',
    severity: 'error',
    path,
    line: 1,
    column: 1,
    message: `the folder has more than ${most} files, and the others are not read`,
    advice: 'check that it is the folder of the articles, and divide it into several',
  };
}
