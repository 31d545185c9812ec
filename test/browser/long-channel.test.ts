import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { SeedMessage } from '../../src/playground/server/types.js';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { message } from './actions.js';

const total = 5_000;
const log = `\`\`\`\n${'a line of a log\n'.repeat(12)}\`\`\``;
const messages: SeedMessage[] = Array.from({ length: total }, (_, index) => ({
  channel: '#watercooler',
  who: ['ana', 'ben', 'chloe'][Math.floor(index / 3) % 3] ?? 'ana',
  text: `Number ${index + 1}.${index % 40 === 7 ? ` ${log}` : ''}`,
  minutesAgo: total - index,
}));

describeInBrowser('A channel with 5,000 messages', { seed: { messages } }, (ground) => {
  it('has few of them in the document, and scrolls to the first without a jump', async () => {
    const page = await ground.open({ at: `#/${ground.slack.channel('#watercooler').id}` });
    await message(page, /Number 5000\./).waitFor();
    await shot(page, '60-long-channel');
    const begin = await sizes(page);
    expect(await page.evaluate(`(${scrollUp})(80)`)).toEqual([]);
    const beginning = page.getByRole('heading', { name: 'watercooler', level: 2 });
    await page.mouse.move(700, 400);
    while (!(await beginning.isVisible())) await page.mouse.wheel(0, -20_000);
    await message(page, /Number 1\./).waitFor();
    await shot(page, '61-first-message');
    for (const { articles, elements } of [begin, await sizes(page)]) {
      expect(articles).toBeLessThan(80);
      expect(elements).toBeLessThan(3_000);
    }
    await page.getByRole('button', { name: 'Latest messages' }).click();
    await message(page, /Number 5000\./).waitFor();
  });
});

/** How much of it the browser has to carry. */
async function sizes(page: Page): Promise<{ articles: number; elements: number }> {
  return { articles: await page.getByRole('article').count(), elements: await page.locator('*').count() };
}

/**
 * Scrolls up as a wheel does, in the page, and looks each time where the first message in sight goes: down by as
 * much at the most and never up, also when older ones come above it or turn out to be of another height than they were
 * taken for. Gives what jumped.
 */
const scrollUp = `async (steps) => {
  const scroller = document.querySelector('[data-region="channel"] ul[aria-label^="Messages"]').parentElement;
  const articles = () => [...scroller.querySelectorAll('article')].map((article) => {
    const number = /Number (\\d+)\\./.exec(article.textContent)?.[1];
    return { number, top: article.getBoundingClientRect().top - scroller.getBoundingClientRect().top };
  });
  const jumps = [];
  for (let count = 0; count < steps; count += 1) {
    const before = articles().find(({ top }) => top >= 0);
    const scrolled = Math.min(100, scroller.scrollTop);
    scroller.scrollTop -= scrolled;
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    const after = articles().find(({ number }) => number === before.number);
    const moved = after === undefined ? scrolled : after.top - before.top;
    if (moved < -2 || moved > scrolled + 2) jumps.push('Number ' + before.number + ' moved by ' + moved);
  }
  return jumps;
}`;
