import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from './types.js';

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
  await walk(folder, new Set(), found);
  found.files.sort();
  return found;
}

async function isFile(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => null);
  return entry?.isFile() ?? false;
}

async function walk(folder: string, entered: Set<string>, found: FoundFiles): Promise<void> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return;
    entered.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.diagnostics.push(unreadable(folder, 'folder', error));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await linkedKind(path, found) : entry;
    if (kind?.isDirectory()) await walk(path, entered, found);
    else if (kind?.isFile() && /\.(?:md|txt)$/i.test(entry.name)) found.files.push(path);
  }
}

async function linkedKind(
  path: string,
  found: FoundFiles,
): Promise<{ isDirectory(): boolean; isFile(): boolean } | null> {
  try {
    return await stat(path);
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
