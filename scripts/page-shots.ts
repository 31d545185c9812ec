import { writeFile } from 'node:fs/promises';
import { playScene } from '../src/playground/scenes/play-scene.js';
import { poolCrash } from '../src/playground/scenes/pool-crash.js';
import { findChromium, launchBrowser } from '../test/support/browser.js';
import { openWindow, startPlaygroundScene } from '../test/support/playground.js';
import { palettePng } from './cards-shots/palette-png.js';
import { readPng } from './cards-shots/read-png.js';

/**
 * `npm run page:shots`: plays an incident in the playground and takes a picture of the page, light and dark, into docs/.
 * The page must have been built (`npm run build`), and emoji need a font of the system's (SUBSTATUS_CHROMIUM names its browser).
 */
const folder = new URL('../docs/', import.meta.url);
const chromium = await findChromium('the pictures of the page');
if (chromium === null) process.exit(1);
const playground = await startPlaygroundScene();
const browser = await launchBrowser(chromium);
try {
  await playScene(playground.slack, poolCrash, { pace: 0 });
  await playground.settled();
  for (const theme of ['light', 'dark'] as const) {
    const { page } = await openWindow(browser, playground.url, { theme });
    await page
      .getByRole('button', { name: /replies/ })
      .last()
      .click();
    await page.getByRole('heading', { name: 'Thread' }).waitFor();
    await page.getByRole('button', { name: 'This fixed it' }).last().waitFor();
    await page.mouse.move(600, 20); // away from messages, which show their buttons under it
    await page.addStyleTag({ content: '* { caret-color: transparent !important; }' });
    const small = palettePng(readPng(await page.screenshot()));
    await writeFile(new URL(`playground-${theme}.png`, folder), small);
    process.stdout.write(`playground-${theme}.png ${Math.round(small.length / 1024)} kB\n`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await playground.end();
}
