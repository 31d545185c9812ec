import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import manifest from '../../manifest.json' with { type: 'json' };
import { defaultKb, loadKnowledgeBase } from '../../src/cli/knowledge-base.js';
import type { Lookup } from '../../src/lookup/types.js';
import { scenes } from '../../src/playground/scenes/scenes.js';
import { suggestions } from '../../src/playground/scenes/suggestions.js';
import { readManifest } from '../../src/playground/server/manifest.js';
import type { LocalSlackOptions } from '../../src/playground/server/types.js';
import { startPlayground } from '../../src/playground/web/playground.js';
import { openStore } from '../../src/store/open-store.js';
import { type Scene, startScene } from './bot.js';

/** Where `npm run build` puts the page. */
export const pageFolder = join(import.meta.dirname, '../../dist/playground/page');

export interface WindowOptions {
  /** Whose window it is; `ana` when not said. */
  as?: string;
  theme?: 'light' | 'dark';
  isPhone?: boolean;
  /** What stands after the address, e.g. `#/C0WEBOPS0`. */
  at?: string;
}

/** The local Slack with the real bot in it and the built page before it. */
export interface PlaygroundScene extends Pick<Scene, 'slack' | 'settled' | 'end'> {
  readonly url: string;
}

export async function startPlaygroundScene(options: LocalSlackOptions = {}): Promise<PlaygroundScene> {
  const { commands, shortcuts } = readManifest(manifest);
  const lookup = await lookupWithLongArticle();
  const folder = await mkdtemp(join(tmpdir(), 'substatus-playground-'));
  const store = await openStore({ path: join(folder, 'substatus.db') });
  const scene = await startScene({ lookup, ask: 'S0WEBOPS0', slack: options, store });
  const { slack, settled } = scene;
  const more = { pageFolder, commands, shortcuts, scenes, suggestions, scenePace: 0 };
  const playground = await startPlayground(slack, more);
  return {
    slack,
    settled,
    url: playground.url,
    async end() {
      await playground.stop();
      await scene.end();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The articles that ship, and S99999, which fills more than one page of a window. */
async function lookupWithLongArticle(): Promise<Lookup> {
  const folder = await mkdtemp(join(tmpdir(), 'substatus-articles-'));
  const steps = Array.from(
    { length: 400 },
    (_, index) => `${index + 1}. Look at the log of day ${index + 1}, line by line.`,
  );
  const title = 'S99999: A very long checklist';
  await writeFile(
    join(folder, 'S99999.md'),
    `---\ntitle: "${title}"\n---\n\nRESOLUTION\n==========\n\n${steps.join('\n')}\n`,
  );
  const { lookup } = await loadKnowledgeBase([defaultKb(), folder]);
  await rm(folder, { recursive: true });
  return lookup;
}

/** What went wrong in a window is in `problems`: errors, and requests to other hosts. */
export interface OpenWindow {
  page: Page;
  problems: readonly string[];
}

export async function openWindow(browser: Browser, url: string, options: WindowOptions = {}): Promise<OpenWindow> {
  const { as = 'ana', theme = 'light', isPhone = false, at = '' } = options;
  const context = await browser.newContext({
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1360, height: 850 },
    hasTouch: isPhone,
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems = watch(context, page, url);
  await page.goto(`${url}?as=${as}${at}`);
  await page.locator('[data-region]').first().waitFor();
  return { page, problems };
}

function watch(context: BrowserContext, page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) problems.push(`asked ${request.url()}`);
  });
  return problems;
}
