import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import type { WindowOptions } from '../support/playground.js';
import { shot } from '../support/shot.js';
import { choose, composer, count, dialog, goTo, message, press, say } from './actions.js';

/** The rules that depend on colours; the others need no second look in the dark. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * Everything serious or critical that axe finds, as `rule: what, where`. Without the live region of react-aria, which keeps
 * what it said for some seconds, also when the field that it spoke of is gone.
 */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  const options: axe.RunOptions = { resultTypes: ['violations'], ...(rules === null ? {} : { runOnly: [...rules] }) };
  const found = await page.evaluate<axe.AxeResults>(
    `axe.run({ exclude: ['[data-live-announcer]'] }, ${JSON.stringify(options)})`,
  );
  const bad = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return bad.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary}`),
  );
}

interface Checker {
  /** What was found in any of the states. */
  bad: string[];
  /** Looks at the page as it is now, in both themes. */
  check(state: string): Promise<void>;
}

async function checker(page: Page, size: string): Promise<Checker> {
  const bad: string[] = [];
  await page.evaluate(axe.source);
  return {
    bad,
    async check(state) {
      for (const theme of ['light', 'dark']) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
        await shot(page, `70-${size}-${state}-${theme}`);
        const found = await violations(page, theme === 'light' ? null : ofColour);
        bad.push(...found.map((violation) => `${state}, ${theme}: ${violation}`));
      }
    },
  };
}

const sizes: [string, WindowOptions][] = [
  ['desktop', {}],
  ['phone', { isPhone: true }],
];

describeInBrowser('axe finds nothing serious', { ackTimeoutMs: 30_000 }, (ground) => {
  for (const [size, options] of sizes) {
    it(`in channels, threads, cards and menus, ${size}`, async () => {
      const page = await ground.open({ ...options, at: '#/C0WEBOPS0' });
      const { bad, check } = await checker(page, size);
      await check('empty-channel');
      await composer(page).pressSequentially('/k');
      await page.getByRole('option', { name: /\/kb/ }).waitFor();
      await check('completion');
      await say(page, '/kb 401.5');
      await message(page, 'HTTP 401.5').waitFor();
      await say(page, '/kb qwertyuiop');
      await message(page, 'No good match').waitFor();
      await check('cards');
      await say(page, '@Substatus 403.14 in `w3wp` <https://example.com>');
      const asked = message(page, '@Substatus 403.14');
      await press(asked, /^1 reply/);
      await message(page, 'HTTP 403.14', 'thread').waitFor();
      await check('thread');
      await press(page.locator('[data-region="thread"]'), options.isPhone ? 'Back to the channel' : 'Close thread');
      await asked.hover();
      await press(asked, 'More actions');
      await page.getByRole('menuitem').first().waitFor();
      await check('menu');
      await page.keyboard.press('Escape');
      expect(bad).toEqual([]);
    });

    it(`in windows, the Home tab and dialogs, ${size}`, async () => {
      const page = await ground.open({ ...options, at: '#/C0WEBOPS0' });
      const { bad, check } = await checker(page, size);
      await press(page.locator('[data-region="channel"]'), 'Shortcuts');
      await page.getByRole('menuitem', { name: /Search IIS errors/ }).click();
      await press(dialog(page), 'Search');
      await dialog(page).getByText('Pick an article or type a question.').waitFor();
      await dialog(page)
        .getByRole('combobox', { name: /Or pick an article/ })
        .click();
      await page.keyboard.type('keep');
      await page.getByRole('option', { name: /Q288323/ }).waitFor();
      await check('search-window');
      await page.getByRole('option', { name: /Q288323/ }).click();
      await press(dialog(page), 'Search');
      await dialog(page).getByRole('heading', { name: 'Q288323' }).waitFor();
      await check('article-window');
      await press(dialog(page), /^Close all$/);
      await count(dialog(page));
      await page.keyboard.press('ControlOrMeta+k');
      await dialog(page).waitFor();
      await check('switcher');
      await page.keyboard.press('Escape');
      await count(dialog(page));
      if (options.isPhone) {
        await press(page.locator('[data-region="channel"]'), 'Back to the channels');
        await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
        await check('sidebar');
      }
      await goTo(page, 'Substatus');
      await page.getByRole('tab', { name: 'Home' }).click();
      await page.getByRole('tabpanel', { name: 'Home' }).getByRole('heading').first().waitFor();
      await check('home');
      expect(bad).toEqual([]);
    });

    it(`in the inspector, ${size}`, async () => {
      const page = await ground.open({ ...options, at: '#/C0WEBOPS0' });
      const { bad, check } = await checker(page, size);
      ground.slack.rateLimit('chat.postMessage', { retryAfter: 1 });
      await say(page, '@Substatus 401.5');
      await message(page, '@Substatus 401.5')
        .getByRole('button', { name: /^1 reply/ })
        .waitFor();
      await choose(page, message(page, '@Substatus 401.5'), 'Block Kit JSON');
      await dialog(page).getByRole('treeitem').first().waitFor();
      await check('json');
      await page.keyboard.press('Escape');
      await count(dialog(page));
      await page.getByRole('button', { name: 'Inspector', exact: true }).click();
      await page.getByRole('option', { name: /ratelimited/ }).click();
      await page
        .getByRole('region', { name: /^Request/ })
        .getByRole('treeitem')
        .first()
        .waitFor();
      await check('requests');
      ground.slack.failNext('views.open', { error: 'not_found' });
      await page.getByRole('tab', { name: 'Trouble' }).click();
      await page.getByText('views.open: not_found').waitFor();
      await check('trouble');
      await page.getByRole('button', { name: 'Close the inspector' }).click();
      expect(bad).toEqual([]);
    });
  }
});
