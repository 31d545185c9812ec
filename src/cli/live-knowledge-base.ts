import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../article/types.js';
import type { Logger } from '../log.js';
import { type SwitchableLookup, switchableLookup } from '../lookup/switchable.js';
import type { Lookup } from '../lookup/types.js';
import { followFolders } from '../search/snapshot/follow-folders.js';
import type { Refreshed } from '../search/snapshot/refresh-snapshot.js';
import { type BrokenFiles, createBrokenFiles } from './broken-files.js';
import { buildIndexFile, indexedFolders, type OpenedIndex, openIndexFile } from './index-file.js';
import { defaultKb, missingFolders, nothingRead, problemSummary } from './knowledge-base.js';
import { version } from './version.js';

/** A knowledge base that follows its folders while it answers. */
export interface LiveKnowledgeBase {
  lookup: Lookup;
  state(): FollowState;
  close(): Promise<void>;
}

/** How well the folders are followed. */
export interface FollowState {
  /** Files that had errors when they were read last. */
  brokenArticles: number;
  /** The folders could not be read again: what changed since is not taken up. */
  indexStale: boolean;
}

/** Cards that are being made read their articles from the file that was replaced; then nobody does any more. */
const lastReadsMs = 60_000;

/**
 * Opens an index file, or one of its own in the folder for temporary files, and keeps it up to date with the folders:
 * in a thread of its own, while questions are answered from the index before.
 * @param folders none means those that the index was made of, or the articles that ship
 * @throws MissingFolderError, EmptyKnowledgeBaseError, and the error of the file system when the index cannot be written
 */
export async function openLiveKnowledgeBase(
  folders: string[],
  index: string | null,
  log: Logger,
): Promise<LiveKnowledgeBase> {
  missingFolders(folders);
  const own = index === null ? mkdtempSync(join(tmpdir(), 'substatus-')) : null;
  const path = index ?? join(own ?? '', 'kb.index');
  const { opened, diagnostics } = await firstIndex(path, folders, log);
  if (opened.lookup.size === 0) throw nothingRead(opened.folders, []);
  const lookup = switchableLookup(opened.lookup);
  const broken = createBrokenFiles(opened.unreadable);
  broken.update(diagnostics);
  const followed = follow(path, opened, lookup, broken, log);
  return {
    lookup,
    state: () => ({ brokenArticles: broken.count, indexStale: followed.isStale() }),
    async close() {
      await followed.end();
      if (own !== null) rmSync(own, { recursive: true, force: true });
    },
  };
}

interface FirstIndex {
  opened: OpenedIndex;
  diagnostics: Diagnostic[];
}

/** An index that is there is brought up to date: articles may have changed while nobody watched. */
async function firstIndex(path: string, folders: string[], log: Logger): Promise<FirstIndex> {
  const sources = folders.length > 0 ? folders : (indexedFolders(path) ?? [defaultKb()]);
  missingFolders(sources);
  const { diagnostics, refused } = await buildIndexFile(path, sources);
  if (refused !== null) log.warn(`${refused}: built it again`);
  const problems = problemSummary(diagnostics);
  if (problems !== null) log.warn(problems);
  return { opened: openIndexFile(path), diagnostics };
}

interface Followed {
  isStale(): boolean;
  end(): Promise<void>;
}

/** Switches over to each new version of the index. */
function follow(
  path: string,
  first: OpenedIndex,
  lookup: SwitchableLookup,
  broken: BrokenFiles,
  log: Logger,
): Followed {
  let current = first;
  let isStale = false;

  function switchOver({ articles, read, kept, diagnostics }: Refreshed): void {
    const before = current;
    current = openIndexFile(path);
    lookup.switchTo(current.lookup);
    broken.update(diagnostics);
    setTimeout(() => before.close(), lastReadsMs).unref();
    log.info({ articles, read }, 'articles have changed');
    for (const file of kept) log.warn({ file }, 'is no article any more: its last good version is kept');
    const problems = problemSummary(diagnostics);
    if (problems !== null) log.warn(problems);
  }

  const end = followFolders({ path, folders: first.folders, program: version }, (message) => {
    try {
      if ('error' in message) throw new Error(message.error);
      if ('refreshed' in message) switchOver(message.refreshed);
      else log.info('the articles can be read again; nothing has changed');
      isStale = false;
    } catch (error) {
      isStale = true;
      log.error({ err: error }, 'the articles could not be read again; the index before goes on answering');
    }
  });
  return { isStale: () => isStale, end };
}
