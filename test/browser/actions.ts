import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person does in the page, by the names that a screen reader says. */

/** The field below the channel that is open, or below its thread. */
export function composer(page: Page, place: 'channel' | 'thread' = 'channel'): Locator {
  return page.locator(`[data-region="${place}"]`).getByRole('textbox', { name: /^(?:Message |Reply)/ });
}

export async function goTo(page: Page, channel: string): Promise<void> {
  const sidebar = page.getByRole('navigation', { name: 'Workspace' });
  await sidebar.getByRole('link', { name: new RegExp(`^${channel}(?:,|$)`) }).click();
  await composer(page)
    .and(page.getByRole('textbox', { name: channel }))
    .waitFor();
}

/** Types into the composer and sends. */
export async function say(page: Page, text: string, place: 'channel' | 'thread' = 'channel'): Promise<void> {
  await composer(page, place).fill(text);
  await composer(page, place).press('Enter');
}

/** The newest message with this text, of a channel or thread. */
export function message(page: Page, text: string | RegExp, place: 'channel' | 'thread' = 'channel'): Locator {
  return page.locator(`[data-region="${place}"]`).getByRole('article').filter({ hasText: text }).last();
}

export async function press(place: Locator, button: string | RegExp): Promise<void> {
  await place.getByRole('button', { name: button }).first().click();
}

/** The window on top. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Chooses in the menu of a message. */
export async function choose(page: Page, of: Locator, item: string | RegExp): Promise<void> {
  await of.hover();
  await press(of, 'More actions');
  await page.getByRole('menuitem', { name: item }).click();
}

/** Waits until there is so many of it; none by default. */
export async function count(of: Locator, expected = 0): Promise<void> {
  await expect.poll(() => of.count(), { timeout: 20_000 }).toBe(expected);
}
