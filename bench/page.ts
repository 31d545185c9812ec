/**
 * How soon is there something to see in the playground's page, and does a long channel scroll smoothly? In a real browser,
 * with the real bot; each load is in a browser profile of its own, so that nothing is in a cache. Beside it, in the same
 * run: a page of one line of HTML, which is the floor.
 *
 *   npm run bench:page -- [--loads 20] [--messages 5000] [--frames 300] [--json]
 *
 * Prints milliseconds: until the first paint, until the messages stand there, from Enter on `/kb 401.5` until its card
 * is drawn, and between frames while a channel is scrolled by 100 pixels a frame; and what the page weighs.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import type { SeedMessage } from '../src/playground/server/types.js';
import { findChromium, launchBrowser } from '../test/support/browser.js';
import { pageWeight } from '../test/support/page-weight.js';
import { openWindow, pageFolder, startPlaygroundScene } from '../test/support/playground.js';

interface Row {
  what: string;
  count: number;
  p50: number;
  p95: number;
  max: number;
}

const { values: options } = parseArgs({
  options: {
    loads: { type: 'string', default: '20' },
    messages: { type: 'string', default: '5000' },
    frames: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});
const loads = Number(options.loads);

const chromium = await findChromium('the page');
if (chromium === null) process.exit(1);
const browser = await launchBrowser(chromium);
const playground = await startPlaygroundScene({ seed: { messages: longChannel(Number(options.messages)) } });
const floor = await startEmptyPage();
try {
  const rows = [
    row('first paint, empty page', await paints(browser, floor.url)),
    row('first paint', await paints(browser, playground.url)),
    row('messages there', await readies(browser)),
    row('card drawn', await cards(browser)),
    row(`frame while scrolling ${options.messages} messages`, await frames(browser, Number(options.frames))),
  ];
  const weight = pageWeight(pageFolder);
  process.stdout.write(options.json ? `${JSON.stringify({ rows, weight }, null, 2)}\n` : table(rows, weight));
} finally {
  await browser.close();
  await playground.end();
  floor.stop();
}

/** Milliseconds from the start of a load to the first contentful paint. */
function paints(browser: Browser, url: string): Promise<number[]> {
  return times(loads, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    const paint = `new Promise((done) => new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (entry !== undefined) done(entry.startTime);
    }).observe({ type: 'paint', buffered: true }))`;
    const milliseconds = await page.evaluate<number>(paint);
    await context.close();
    return milliseconds;
  });
}

/** Milliseconds from the start of a load to the first messages. */
function readies(browser: Browser): Promise<number[]> {
  return times(loads, async () => {
    const { page } = await openWindow(browser, playground.url);
    const milliseconds = await page.evaluate<number>(
      `${whenDrawn('ul[aria-label^="Messages"] > li')}.then(() => performance.now())`,
    );
    await page.context().close();
    return milliseconds;
  });
}

/** Milliseconds from Enter to the card in the channel. */
async function cards(browser: Browser): Promise<number[]> {
  const { page } = await openWindow(browser, playground.url);
  const drawn = `(async () => {
    const newest = () => [...document.querySelectorAll('article')].at(-1)?.dataset.ts;
    const before = newest();
    const pressed = new Promise((done) => addEventListener('keydown', () => done(performance.now()), { capture: true, once: true }));
    while (newest() === before) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - (await pressed);
  })()`;
  const measured = await times(loads, async () => {
    const composer = page.getByRole('textbox', { name: /^Message / });
    await composer.fill('/kb 401.5');
    const [milliseconds] = await Promise.all([page.evaluate<number>(drawn), composer.press('Enter')]);
    return milliseconds;
  });
  await page.context().close();
  return measured;
}

/** Milliseconds between frames while the page scrolls up by 100 pixels in each. */
async function frames(browser: Browser, count: number): Promise<number[]> {
  const { page } = await openWindow(browser, playground.url, {
    at: `#/${playground.slack.channel('#watercooler').id}`,
  });
  const list = 'ul[aria-label="Messages in #watercooler"]';
  await page.locator(`${list} > li`).first().waitFor();
  const measured = await page.evaluate<number[]>(`(async () => {
    const scroller = document.querySelector('${list}').parentElement;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    let before = await frame();
    const between = [];
    for (let frames = 0; frames < ${count}; frames += 1) {
      scroller.scrollTop -= 100;
      const now = await frame();
      between.push(now - before);
      before = now;
    }
    return between;
  })()`);
  await page.context().close();
  return measured;
}

function whenDrawn(selector: string): string {
  return `(async () => {
    while (document.querySelector('${selector}') === null) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(done));
  })()`;
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
  for (let time = 0; time <= count; time += 1) measured.push(await measure());
  return measured.slice(1); // the first one warms the browser up
}

function row(what: string, measured: readonly number[]): Row {
  const sorted = [...measured].sort((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { what, count: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

function table(rows: readonly Row[], { script, style }: { script: number; style: number }): string {
  const lines = rows.map(({ what, count, p50, p95, max }) => {
    const numbers = [p50, p95, max].map((milliseconds) => milliseconds.toFixed(1).padStart(8));
    return `${what.padEnd(40)}${String(count).padStart(6)}${numbers.join('')}`;
  });
  const head = `${'milliseconds'.padEnd(40)} count     p50     p95     max`;
  return `${[head, ...lines].join('\n')}\n\nScript ${script.toFixed(1)} kB, style ${style.toFixed(1)} kB (gzip)\n`;
}

function longChannel(count: number): SeedMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    channel: '#watercooler',
    who: ['ana', 'ben', 'chloe'][Math.floor(index / 3) % 3] ?? 'ana',
    text: `Number ${index + 1}.${index % 40 === 7 ? ` \`\`\`\n${'a line of a log\n'.repeat(12)}\`\`\`` : ''}`,
    minutesAgo: count - index,
  }));
}

function startEmptyPage(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Empty</title><p>Empty</p>');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, stop: () => server.close() });
    });
  });
}
