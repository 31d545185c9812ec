import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import type { Diagnostic } from './types.js';

/** How many folders are read at a time. */
const atOnce = 16;

export interface FoundFiles {
  /** Regular files that may be articles, in the order of their paths. */
  files: string[];
  diagnostics: Diagnostic[];
}

/**
 * Lists the `.md` and `.txt` files under a folder; a file stands for itself. Links are followed, but no folder is entered twice, so that a
 * link to a folder above ends; names that begin with a dot, devices, pipes and sockets are passed over.
 */
export async function findFiles(folder: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], diagnostics: [] };
  if (await isFile(folder)) return { ...found, files: [folder] };
  const real = await realpath(folder).catch(() => folder);
  await walk([{ path: folder, real }], new Set(), found);
  found.files.sort();
  found.diagnostics.sort((one, other) => (one.path < other.path ? -1 : 1));
  return found;
}

async function isFile(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => null);
  return entry?.isFile() ?? false;
}

/** A folder by the name under which it was found, and by its real name, which knows no links. */
interface Folder {
  path: string;
  real: string;
}

/** Reads the folders of one depth side by side, then those below them. */
async function walk(folders: Folder[], entered: Set<string>, found: FoundFiles): Promise<void> {
  const fresh = folders.filter(({ real }) => !entered.has(real) && entered.add(real));
  const below = await pMap(fresh, (folder) => readFolder(folder, found), { concurrency: atOnce });
  if (below.length > 0) await walk(below.flat(), entered, found);
}

/** Adds a folder's files to `found`; gives the folders in it. */
async function readFolder(folder: Folder, found: FoundFiles): Promise<Folder[]> {
  const below: Folder[] = [];
  try {
    for (const entry of await readdir(folder.path, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder.path, entry.name);
      const target = entry.isSymbolicLink()
        ? await linkTarget(path, found)
        : { kind: entry, real: join(folder.real, entry.name) };
      if (target?.kind.isDirectory()) below.push({ path, real: target.real });
      else if (target?.kind.isFile() && /\.(?:md|txt)$/i.test(entry.name)) found.files.push(path);
    }
  } catch (error) {
    found.diagnostics.push(unreadable(folder.path, 'folder', error));
  }
  return below;
}

async function linkTarget(path: string, found: FoundFiles): Promise<{ kind: Stats; real: string } | null> {
  try {
    return { kind: await stat(path), real: await realpath(path) };
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
