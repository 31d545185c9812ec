import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { loadKnowledgeBase } from '../src/cli/knowledge-base.js';
import { findChromium, launchBrowser } from '../test/support/browser.js';
import { makeExhibits } from './cards-shots/exhibits.js';
import { galleryFiles } from './cards-shots/gallery-files.js';
import { palettePng } from './cards-shots/palette-png.js';
import { readPng } from './cards-shots/read-png.js';
import { shoot } from './cards-shots/shoot.js';
import { hello } from './cards-shots/workspace.js';

/**
 * `npm run cards:shots`: draws every card in the playground's page, light and dark, into docs/cards/. Prints what it
 * wrote, with the sizes.
 */
const folder = new URL('../docs/cards/', import.meta.url);
/** Two thirds of the bytes of 256, and no eye tells them apart. */
const colours = 32;

const chromium = await findChromium('the pictures of the cards');
if (chromium === null) process.exit(1);
const { lookup } = await loadKnowledgeBase([]);
const files = await galleryFiles();
const browser = await launchBrowser(chromium);
try {
  const shots = await shoot(browser, files, { hello, exhibits: makeExhibits(lookup) });
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) if (old.endsWith('.png')) await rm(new URL(old, folder));
  let total = 0;
  for (const { name, theme, png } of shots) {
    const small = palettePng(readPng(png), colours);
    total += small.length;
    await writeFile(new URL(`${name}-${theme}.png`, folder), small);
    process.stdout.write(`${name}-${theme}.png ${Math.round(small.length / 1024)} kB\n`);
  }
  process.stdout.write(`${shots.length} pictures, ${Math.round(total / 1024)} kB\n`);
} finally {
  await browser.close();
}
