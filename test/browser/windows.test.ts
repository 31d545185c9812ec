import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ServedSlack, startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { Json } from '../../src/playground/server/types.js';
import { type Playground, startPlayground } from '../../src/playground/web/playground.js';
import { elementSamples, messageBlocks } from '../playground/server/block-kit/samples.js';
import { connectBot, webClient } from '../playground/server/bots.js';
import { findChromium, launchBrowser } from '../support/browser.js';
import { openWindow, pageFolder } from '../support/playground.js';
import { composer, count, dialog, press, say } from './actions.js';
import { type KitchenBot, kitchenBot } from './kitchen-bot.js';

const chromium = await findChromium('the blocks and windows in the page');
const commands = [{ command: '/kb', description: '', usageHint: '' }];
const nothing = { shortcuts: [], scenes: [], suggestions: [] };

describe.skipIf(chromium === null)('blocks and windows in the page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let slack: ServedSlack;
  let app: App;
  let playground: Playground;
  let bot: KitchenBot;
  let page: Page;
  let problems: readonly string[];

  beforeAll(async () => {
    if (chromium === null) return;
    browser = await launchBrowser(chromium);
  }, 60_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    bot = kitchenBot();
    slack = await startLocalSlack();
    app = await connectBot(slack, (bolt) => bot.listen(bolt));
    playground = await startPlayground(slack, { pageFolder, commands, ...nothing });
    ({ page, problems } = await openWindow(browser, playground.url));
  });
  afterEach(async () => {
    await page.context().close();
    await playground.stop();
    await app.stop();
    await slack.stop();
    expect(problems).toEqual([]);
  });

  const heard = (): string => bot.heard.join('\n');
  const untilHeard = (what: string) => expect.poll(heard, { timeout: 10_000 }).toContain(what);
  const field = (name: string): Locator => dialog(page).getByRole('textbox', { name });
  const menu = (name: string): Locator => page.getByRole('combobox', { name });
  const open = async (): Promise<void> => {
    await say(page, '/kb everything');
    await field('Words').waitFor();
  };
  const focused = () => page.evaluate("document.activeElement?.getAttribute('aria-labelledby')");
  const seriousViolations = async (within = '[role=dialog]'): Promise<string[]> => {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate<{ impact: string; id: string }[]>(
      `axe.run(document.querySelector('${within}')).then(({ violations }) => violations)`,
    );
    return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
  };

  it('waits for the bot, asks before it wipes, and lets one choose', async () => {
    await say(page, '/kb blocks');
    const slow = page.getByRole('button', { name: 'Take your time' });
    await slow.click();
    await page.locator('button[aria-busy="true"]').waitFor();
    await slow.click({ force: true });
    await count(page.locator('button[aria-busy="true"]'));

    await press(page.locator('body'), 'Wipe the disk');
    await page.getByRole('alertdialog', { name: 'Really?' }).getByText('*All* of it.').waitFor();
    await press(page.getByRole('alertdialog'), 'Stop');
    await press(page.locator('body'), 'Wipe the disk');
    await press(page.getByRole('alertdialog'), 'Wipe');

    await menu('A server').fill('02');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page.locator('body'), 'More options');
    await page.getByRole('menuitem', { name: 'Recycle' }).click();
    await untilHeard('action more recycle');
    expect(bot.heard).toEqual(['action slow', 'action wipe', 'action server web02', 'action more recycle']);
    expect(await menu('A server').inputValue()).toBe('Web02');
  });

  it('says what is wrong under the input, keeps what was typed over an update, and sends all of it', async () => {
    await open();
    await field('Words').fill('wrong');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Not that one.').waitFor();
    const described = await field('Words').getAttribute('aria-describedby');
    expect(described?.split(' ')).toHaveLength(2);
    await expect.poll(focused).toBe(await field('Words').getAttribute('aria-labelledby'));
    expect(await seriousViolations()).toEqual([]);

    await field('Words').fill('hello');
    await count(dialog(page).getByText('Not that one.'));
    await menu('Article').click();
    await page.getByText('Type at least 2 characters').waitFor();
    await menu('Article').fill('s4');
    await page.getByRole('option', { name: 'S40103' }).click();
    await menu('Sites').click();
    await page.getByRole('option', { name: 'Wiki' }).click();
    await page.getByRole('option', { name: 'Blog' }).click();
    expect(await seriousViolations()).toEqual([]);
    await page.keyboard.press('Escape');
    await count(page.getByRole('option'));
    await menu('Sites').click();
    await count(page.getByRole('option'), 4);
    await page.keyboard.press('Escape');
    await press(dialog(page), 'Remove Wiki');
    await menu('Who').fill('ben');
    await page.getByRole('option', { name: '@Ben Osei' }).click();
    await dialog(page).getByRole('radio', { name: 'Safe' }).check();
    await dialog(page).getByRole('checkbox', { name: 'Mail' }).check();
    await dialog(page).getByLabel('Day').fill('2026-11-26');

    await press(dialog(page), 'Update');
    await dialog(page).getByText('As it is now').waitFor();
    expect(heard()).toContain('update hello');
    expect(await field('Words').inputValue()).toBe('hello');
    expect(await menu('Article').inputValue()).toBe('S40103');

    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click();
    await count(dialog(page));
    await untilHeard('submit {');
    const values = JSON.parse(bot.heard.at(-1)?.replace('submit ', '') ?? '{}');
    expect(values).toMatchObject({
      words: { a: { value: 'hello' } },
      article: { pick: { selected_option: { value: 's40103' } } },
      sites: { a: { selected_options: [{ value: 'blog' }] } },
      who: { a: { selected_user: slack.as('ben').user.id } },
      how: { a: { selected_option: { value: 'safe' } } },
      also: { a: { selected_options: [{ value: 'mail' }] } },
      day: { a: { selected_date: '2026-11-26' } },
    });
    await expect.poll(() => composer(page).and(page.locator(':focus')).count()).toBe(1);
  });

  it('lays windows on top of each other, and Escape takes the top one away', async () => {
    await open();
    await field('Words').fill('first');
    await press(dialog(page), 'Deeper');
    await field('Word 2').waitFor();
    await page.waitForFunction("document.activeElement?.matches('[data-block-id=x] input')");
    await field('Word 2').fill('second');
    await press(dialog(page), 'Deeper');
    await field('Word 3').waitFor();
    await press(dialog(page), 'Deeper');
    await untilHeard('refused push_limit_reached');
    await dialog(page).getByRole('heading', { name: 'Level 3' }).waitFor();

    await page.keyboard.press('Escape');
    await field('Word 2').waitFor();
    expect(await field('Word 2').inputValue()).toBe('second');
    await press(dialog(page), 'Back');
    await field('Words').waitFor();
    expect(await field('Words').inputValue()).toBe('first');
    await page.keyboard.press('Escape');
    await count(dialog(page));
    await untilHeard('closed first one');
  });

  it('closes every window at once', async () => {
    await open();
    await press(dialog(page), 'Deeper');
    await field('Word 2').waitFor();
    await press(dialog(page), 'Close all');
    await count(dialog(page));
  });

  it('shows the Home tab, and its elements act', async () => {
    await page.getByRole('link', { name: /^Substatus/ }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await menu('A server').click();
    await page.getByRole('option', { name: 'Web01' }).click();
    await untilHeard('action server web01');
    expect(await menu('A server').inputValue()).toBe('Web01');
    expect(await seriousViolations('main')).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('draws every block so that all can use it, %s', async (theme) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 1100, height: 6_000 });
    const samples = [...Object.values(messageBlocks), ...Object.values(elementSamples).map(({ block }) => block)];
    const channel = slack.channel('incident-4711').id;
    for (const block of samples.map(withoutWeb)) {
      await webClient(slack).chat.postMessage({ channel, text: 'a block', blocks: [block] as never });
    }
    await count(page.getByRole('article'), samples.length);
    expect(await seriousViolations('[data-region="channel"]')).toEqual([]);
  });

  it('keeps the focus inside', async () => {
    await open();
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog(page).locator(':focus').count()).toBe(1);
    }
  });
});

/** The sample with a picture of one pixel in the place of those from the web. */
function withoutWeb(block: Json): Json {
  return JSON.parse(JSON.stringify(block).replace(/https:[^"]*\.png/g, pixel));
}

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
