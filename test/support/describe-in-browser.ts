import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { LocalSlack, LocalSlackOptions } from '../../src/playground/server/types.js';
import { findChromium, launchBrowser } from './browser.js';
import {
  type OpenWindow,
  openWindow,
  type PlaygroundScene,
  startPlaygroundScene,
  type WindowOptions,
} from './playground.js';
import { shot } from './shot.js';

const chromium = await findChromium('the page of the playground');

/** What the tests of a file share. */
export interface Ground {
  readonly slack: LocalSlack;
  readonly url: string;
  /** Opens a window in a browser profile of its own. It is closed after the test, which fails when errors came up in it. */
  open(options?: WindowOptions): Promise<Page>;
  /** Resolves when the bot has answered everything. */
  settled(): Promise<void>;
}

/**
 * Tests of the page in a real browser, with the real bot: what `substatus start` puts together, without the pauses of
 * the scenes. Every test begins with the seed. Skipped where there is no browser.
 */
export function describeInBrowser(name: string, options: LocalSlackOptions, tests: (ground: Ground) => void): void {
  let browser: Browser;
  let scene: PlaygroundScene;
  const open: OpenWindow[] = [];
  const ground: Ground = {
    get slack() {
      return scene.slack;
    },
    get url() {
      return scene.url;
    },
    async open(windowOptions = {}) {
      const opened = await openWindow(browser, scene.url, windowOptions);
      open.push(opened);
      return opened.page;
    },
    settled: () => scene.settled(),
  };
  describe.skipIf(chromium === null)(name, { timeout: 60_000 }, () => {
    beforeAll(async () => {
      if (chromium === null) return;
      [browser, scene] = await Promise.all([launchBrowser(chromium), startPlaygroundScene(options)]);
    }, 60_000);
    afterEach(async ({ task }) => {
      const windows = open.splice(0);
      for (const { page } of windows) {
        if (task.result?.state === 'fail') await shot(page, `failed: ${task.name}`);
        await page.context().close();
      }
      await scene.settled();
      scene.slack.reset();
      expect(windows.flatMap(({ problems }) => problems)).toEqual([]);
    });
    afterAll(async () => {
      await browser?.close();
      await scene?.end();
    });
    tests(ground);
  });
}
