import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { count, dialog, message } from './actions.js';

/** Presses Tab until something has the focus; fails when it never gets it. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.locator(':focus').ariaSnapshot();
    if (typeof name === 'string' ? focused.includes(`"${name}"`) : name.test(focused)) return;
  }
  throw new Error(`60 times ${key} did not lead to ${name}`);
}

async function focusIs(page: Page, name: string | RegExp): Promise<void> {
  const focused = () => page.locator(':focus').ariaSnapshot();
  await expect.poll(focused, { timeout: 20_000 }).toMatch(name);
}

describeInBrowser('With the keyboard alone', { ackTimeoutMs: 30_000 }, (ground) => {
  it('one asks, reads, presses buttons and answers in the thread', async () => {
    const page = await ground.open();
    await focusIs(page, /Message #incident-4711/);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('web');
    await page.keyboard.press('Enter');
    await focusIs(page, /Message #web-ops/);
    await page.keyboard.type('/k');
    await page.getByRole('option', { name: /\/kb/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('401.5');
    await page.keyboard.press('Enter');
    await message(page, 'HTTP 401.5').waitFor();
    await page.keyboard.press('Shift+F6');
    await focusIs(page, /HTTP 401\.5/);
    await shot(page, '40-message-focused');
    await tabTo(page, 'More information');
    await page.keyboard.press('Enter');
    await message(page, 'HTTP 401.5').getByText('1 reply').waitFor();
    await tabTo(page, /button "1 reply/);
    await page.keyboard.press('Enter');
    await focusIs(page, /Reply/);
    await page.keyboard.type('It was the pool identity');
    await page.keyboard.press('Enter');
    await message(page, 'It was the pool identity', 'thread').waitFor();
    await page.keyboard.press('Escape');
    await count(page.locator('[data-region="thread"]'));
    await focusIs(page, /HTTP 401\.5/);
    await tabTo(page, 'Full article');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'S40105' }).waitFor();
    await page.keyboard.press('Escape');
    await count(dialog(page));
    await focusIs(page, /button "Full article"/);
  });

  it('one searches in a window', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await focusIs(page, /Message #web-ops/);
    await page.keyboard.type('/search');
    await page.getByRole('option', { name: /Search IIS errors/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await focusIs(page, /Question/);
    await page.keyboard.press('ControlOrMeta+Enter');
    await dialog(page).getByText('Pick an article or type a question.').waitFor();
    await focusIs(page, /Question/);
    await tabTo(page, /Or pick an article/);
    await page.keyboard.type('keep');
    await page.getByRole('option', { name: /Q288323/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await count(page.getByRole('option'));
    await tabTo(page, 'Search');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('heading', { name: 'Q288323' }).waitFor();
    await page.keyboard.press('Escape');
    await count(dialog(page));
  });

  it('one edits, reacts, uses a shortcut of a message, and reads its JSON', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await focusIs(page, /Message #web-ops/);
    await page.keyboard.type('HTTP Error 500.19');
    await page.keyboard.press('Enter');
    await message(page, '500.19').waitFor();
    await page.keyboard.press('ArrowUp');
    await focusIs(page, /Edit/);
    await page.keyboard.type(' on web05');
    await page.keyboard.press('Enter');
    await message(page, 'on web05').getByText('(edited)').waitFor();
    await focusIs(page, /on web05/);
    await tabTo(page, 'More actions');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Look up this error/ }).waitFor();
    await page.keyboard.press('Enter');
    await message(page, 'on web05')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
    await focusIs(page, /button "More actions"/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Block Kit JSON' }).waitFor();
    await page.keyboard.type('Block');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await tabTo(page, /treeitem/);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ControlOrMeta+c');
    await page.getByText('Copied.').waitFor();
    await page.keyboard.press('Escape');
    await count(dialog(page));
  });

  it('one opens the inspector, looks at a request, makes trouble and leaves', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await focusIs(page, /Message #web-ops/);
    await page.keyboard.type('/kb 401.5');
    await page.keyboard.press('Enter');
    await message(page, 'HTTP 401.5').waitFor();
    await tabTo(page, 'Inspector', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /listbox "Requests"/);
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('region', { name: /^Request \d+/ })
      .getByText('Slack to the bot')
      .waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await shot(page, '41-request-by-key');
    await page.keyboard.press('Escape');
    await count(page.getByRole('region', { name: /^Request \d+/ }));
    await tabTo(page, /tab "Requests"/, 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'Deliver the next one twice');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Deliver twice' }).getByText('The next event').first().waitFor();
    await page.keyboard.press('Escape');
    await count(page.getByRole('complementary', { name: 'Inspector' }));
    await focusIs(page, /button "Inspector"/);
  });

  it('one goes through the channels and the help', async () => {
    const page = await ground.open();
    await focusIs(page, /Message #incident-4711/);
    await page.keyboard.press('Alt+ArrowDown');
    await focusIs(page, /Message #web-ops/);
    await page.keyboard.press('Alt+ArrowUp');
    await focusIs(page, /Message #incident-4711/);
    await page.keyboard.press('F6');
    await focusIs(page, /link "incident-4711/);
    await page.keyboard.press('ArrowDown');
    await focusIs(page, /link "web-ops/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'web-ops', level: 1 }).waitFor();
    await page.keyboard.press('ControlOrMeta+/');
    await dialog(page).getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await shot(page, '42-help');
    await page.keyboard.press('Escape');
    await count(dialog(page));
  });
});
