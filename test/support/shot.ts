import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Writes a picture of the page into the folder that SUBSTATUS_SHOTS names, to look at; without the setting, nothing. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SUBSTATUS_SHOTS;
  if (folder === undefined || folder === '') return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
