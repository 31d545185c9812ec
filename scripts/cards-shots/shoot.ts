import { extname } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { Exhibit, Exhibits } from '../../src/playground/page/gallery/types.js';

export interface Shot {
  name: string;
  theme: 'light' | 'dark';
  png: Buffer;
}

const address = 'http://gallery.localhost';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** For the whole form, which else is scrolled. */
const tall = 2_000;

/** A picture of every exhibit in both themes, twice as sharp as a screen of old. */
export async function shoot(
  browser: Browser,
  files: ReadonlyMap<string, string | Uint8Array>,
  exhibits: Exhibits,
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      ...{ colorScheme: theme, deviceScaleFactor: 2, locale: 'en-US', timezoneId: 'UTC' },
      viewport: { width: 760, height: 900 },
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.route(`${address}/**`, (route) => serve(route, files, exhibits));
    for (const exhibit of exhibits.exhibits)
      shots.push({ name: exhibit.name, theme, png: await picture(page, exhibit) });
    await context.close();
  }
  return shots;
}

async function picture(page: Page, exhibit: Exhibit): Promise<Buffer> {
  // A new page for each, so that nothing of the last one is left.
  await page.goto('about:blank');
  await page.goto(`${address}/gallery/index.html#${exhibit.name}`);
  const isWindow = 'view' in exhibit && exhibit.view.type === 'modal';
  await page.setViewportSize({ width: 760, height: exhibit.name === 'settings-window' ? tall : 900 });
  const shown = isWindow ? page.locator('[data-depth]') : page.locator(`[data-exhibit="${exhibit.name}"]`);
  await shown.waitFor();
  await page.mouse.move(759, 899); // away from the message, which shows its buttons under it
  if (exhibit.name === 'settings-window')
    await page.addStyleTag({ content: '[data-depth] { max-height: none !important; }' });
  // A blinking cursor would make each picture differ from the last one.
  await page.addStyleTag({ content: '* { caret-color: transparent !important; }' });
  // A window's first input has the cursor, and its menu would be open over the others.
  await page.evaluate('document.activeElement?.blur()');
  return isWindow ? page.screenshot({ clip: await around(shown) }) : shown.screenshot();
}

/** A window with a little of what is behind it. */
async function around(shown: ReturnType<Page['locator']>) {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('the window is not there to be seen');
  const [x, y] = [Math.max(0, box.x - 24), Math.max(0, box.y - 24)];
  return { x, y, width: box.width + 2 * (box.x - x), height: box.height + 2 * (box.y - y) };
}

function serve(route: Route, files: ReadonlyMap<string, string | Uint8Array>, exhibits: Exhibits): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname.endsWith('/exhibits.json')) return route.fulfill({ json: exhibits });
  const file = files.get(pathname);
  if (file === undefined) return route.fulfill({ status: 404 });
  return route.fulfill({
    body: Buffer.from(file),
    contentType: types[extname(pathname)] ?? 'application/octet-stream',
  });
}
