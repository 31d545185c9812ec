import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from '../log.js';
import { type SwitchableLookup, switchableLookup } from '../lookup/switchable.js';
import { refreshInThread } from '../search/snapshot/refresh-in-thread.js';
import { buildIndexFile, type OpenedIndex, openIndexFile, openOrRebuild } from './index-file.js';
import { defaultKb, missingFolders, nothingRead, problemSummary } from './knowledge-base.js';
import { version } from './version.js';

/** A knowledge base that follows its folders while it answers. */
export interface LiveKnowledgeBase {
  lookup: SwitchableLookup;
  close(): Promise<void>;
}

/** Editors and copies change several files at once: a change is taken up when so long no other one has followed. */
const settleMs = 500;
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
  const opened = await firstIndex(path, folders, own === null, log);
  if (opened.lookup.size === 0) throw nothingRead(opened.folders, []);
  const lookup = switchableLookup(opened.lookup);
  const stop = follow(path, opened, lookup, log);
  return {
    lookup,
    async close() {
      await stop();
      if (own !== null) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** An index of somebody's is brought up to date as well: articles may have changed while nobody watched. */
async function firstIndex(path: string, folders: string[], isGiven: boolean, log: Logger): Promise<OpenedIndex> {
  if (isGiven) {
    const opened = await openOrRebuild(path, folders, [defaultKb()], (reason) => {
      log.warn(`${reason}: building it again`);
    });
    folders = opened.folders;
    opened.close();
  }
  const { diagnostics } = await buildIndexFile(path, folders.length > 0 ? folders : [defaultKb()]);
  const problems = problemSummary(diagnostics);
  if (problems !== null) log.warn(problems);
  return openIndexFile(path);
}

/** Refreshes the index when something in its folders changes, one refresh after the other. @returns what ends that */
function follow(path: string, first: OpenedIndex, lookup: SwitchableLookup, log: Logger): () => Promise<void> {
  let current = first;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(first.folders, { ignoreInitial: true });

  async function refresh(): Promise<void> {
    try {
      const { articles, read, kept, diagnostics } = await refreshInThread(path, first.folders, version);
      const before = current;
      current = openIndexFile(path);
      lookup.switchTo(current.lookup);
      setTimeout(() => before.close(), lastReadsMs).unref();
      log.info({ articles, read }, 'articles have changed');
      for (const file of kept) log.warn({ file }, 'is no article any more: its last good version is kept');
      const problems = problemSummary(diagnostics);
      if (problems !== null) log.warn(problems);
    } catch (error) {
      log.error({ err: error }, 'the articles could not be read again; the index before goes on answering');
    }
  }

  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(refresh);
    }, settleMs);
  });
  watcher.on('error', (error) => {
    log.error({ err: error }, 'the folders cannot be watched; changes are seen after a restart');
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}
