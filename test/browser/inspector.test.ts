import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { choose, count, dialog, message, say } from './actions.js';

const here = { at: '#/C0WEBOPS0' };

async function openInspector(page: Page, tab: 'Requests' | 'Trouble' = 'Requests'): Promise<Locator> {
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  const drawer = page.getByRole('complementary', { name: 'Inspector' });
  await drawer.getByRole('tab', { name: tab }).click();
  return drawer;
}

function copied(page: Page): Promise<unknown> {
  return page.evaluate<string>('navigator.clipboard.readText()').then((text) => JSON.parse(text));
}

describeInBrowser('The inspector', {}, (ground) => {
  it('lists what was said before it was open and what comes, and shows all of one request', async () => {
    await ground.slack.as('ben').command('/kb', '500.19', '#web-ops');
    const page = await ground.open(here);
    const drawer = await openInspector(page);
    await drawer.getByRole('option', { name: /to the bot, slash_commands \/kb 500\.19 status 200/ }).waitFor();
    await say(page, '@Substatus 401.5');
    const post = drawer.getByRole('option', {
      name: /from the bot, chat\.postMessage C0WEBOPS0 status 200 [\d.]+ ms/,
    });
    await post.click();
    const detail = drawer.getByRole('region', { name: /^Request \d+/ });
    await detail.getByText('the bot to Slack').waitFor();
    await detail.getByRole('treeitem', { name: 'channel: "C0WEBOPS0"' }).first().waitFor();
    await shot(page, '30-request');
    const blocks = detail.getByRole('tree', { name: 'Payload' }).getByRole('treeitem', { name: /^blocks: / });
    expect(await blocks.getAttribute('aria-expanded')).toBe('true');
    await blocks.click();
    expect(await blocks.getAttribute('aria-expanded')).toBe('false');
    await detail.getByRole('button', { name: 'Copy response' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await copied(page)).toMatchObject({ ok: true, channel: 'C0WEBOPS0' });
    await page.keyboard.press('Escape');
    await count(detail);
    await page.keyboard.press('Escape');
    await count(drawer);
  });

  it('filters, pauses and clears', async () => {
    const page = await ground.open(here);
    const drawer = await openInspector(page);
    const rows = drawer.getByRole('listbox').getByRole('option');
    await say(page, '@Substatus 401.5');
    await drawer.getByRole('option', { name: /chat\.postMessage/ }).waitFor();
    await drawer.getByRole('searchbox', { name: 'Filter requests' }).fill('events_api');
    await count(rows, 1);
    await drawer.getByRole('combobox', { name: 'Direction' }).selectOption('from-bot');
    await count(rows, 0);
    await drawer.getByText('None fits the filter.').waitFor();
    await drawer.getByRole('searchbox', { name: 'Filter requests' }).fill('');
    await drawer.getByRole('option', { name: /chat\.postMessage/ }).waitFor();
    await drawer.getByRole('combobox', { name: 'Direction' }).selectOption('both');
    await drawer.getByRole('button', { name: 'Pause' }).click();
    await say(page, '/kb 403.14');
    await drawer.getByRole('button', { name: 'Go on (1)' }).waitFor();
    await count(drawer.getByRole('option', { name: /403\.14/ }));
    await drawer.getByRole('button', { name: 'Go on (1)' }).click();
    await drawer.getByRole('option', { name: /403\.14/ }).waitFor();
    await drawer.getByRole('button', { name: 'Clear' }).click();
    await count(rows, 0);
  });

  it('keeps 400 requests in a list of which few are in the document', async () => {
    const page = await ground.open(here);
    const drawer = await openInspector(page);
    await drawer.getByRole('button', { name: 'Clear' }).click();
    for (let call = 1; call <= 400; call += 1) await fetch(`${ground.slack.apiUrl}api.test?channel=call-${call}.`);
    const newest = drawer.getByRole('option', { name: / call-400\. / });
    await newest.waitFor();
    expect(await drawer.getByRole('listbox').getByRole('option').count()).toBeLessThan(80);
    await newest.click();
    await page.keyboard.press('Home');
    await drawer.getByRole('option', { name: / call-1\. /, selected: true }).waitFor();
    await drawer.getByRole('button', { name: 'Newest' }).click();
    await newest.waitFor();
  });

  it('is a sheet over all on a phone, and what it reports can be read and dismissed', async () => {
    const page = await ground.open({ ...here, isPhone: true });
    await say(page, '/kb 401.5');
    await page.getByRole('button', { name: 'Inspector', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Inspector' });
    await sheet.getByRole('option', { name: /slash_commands/ }).click();
    await sheet.getByRole('button', { name: 'Copy payload' }).click();
    const notes = page.getByRole('status', { name: 'Notifications' });
    await notes.getByText('Copied.').waitFor();
    await notes.getByRole('button', { name: 'Dismiss' }).click();
    await count(notes.getByText('Copied.'));
    await sheet.getByRole('button', { name: 'Close the inspector' }).click();
    await count(sheet);
  });

  it('shows the Block Kit JSON of a message, and copies it', async () => {
    const page = await ground.open(here);
    await say(page, '/kb 401.5');
    await choose(page, message(page, 'HTTP 401.5'), 'Block Kit JSON');
    await dialog(page).getByRole('treeitem', { name: 'type: "header"' }).waitFor();
    await shot(page, '31-block-kit-json');
    await dialog(page).getByRole('button', { name: 'Copy blocks' }).click();
    expect(await copied(page)).toMatchObject({
      blocks: expect.arrayContaining([expect.objectContaining({ type: 'header' })]),
    });
  });
});

describeInBrowser('A switch for trouble', {}, (ground) => {
  async function trouble(page: Page): Promise<(title: string) => Locator> {
    const drawer = await openInspector(page, 'Trouble');
    return (title) => drawer.getByRole('region', { name: title });
  }

  it('drops the socket, and the answer comes once the bot is back', async () => {
    const page = await ground.open(here);
    const socket = (await trouble(page))('Drop the socket');
    await socket.getByText('Connected', { exact: true }).waitFor();
    await socket.getByRole('button', { name: 'Drop now' }).click();
    await socket.getByText('Connected again').waitFor();
    await shot(page, '32-dropped');
    expect(ground.slack.log.map(({ name }) => name)).toContain('apps.connections.open');
    await say(page, '/kb 401.5');
    await message(page, 'HTTP 401.5').waitFor();
  });

  it('delays deliveries until Slack gives up, and the person reads why', async () => {
    const page = await ground.open(here);
    const delay = (await trouble(page))('Delay deliveries');
    await delay.getByRole('combobox', { name: 'By' }).selectOption('4000');
    await delay.getByText('4000 ms').waitFor();
    await say(page, '/kb 401.5');
    await message(page, '/kb failed with the error "operation_timeout"').waitFor();
    await shot(page, '33-timeout');
    await delay.getByRole('combobox', { name: 'By' }).selectOption('0');
    await delay.getByText('Off').waitFor();
  });

  it('refuses with 429, and the bot waits and tries again', async () => {
    const page = await ground.open(here);
    const limit = (await trouble(page))('Too many requests (429)');
    await limit.getByRole('combobox', { name: 'Method' }).selectOption('chat.postMessage');
    await limit.getByRole('button', { name: 'Refuse' }).click();
    await limit.getByText('chat.postMessage: 1 more').waitFor();
    await say(page, '@Substatus 401.5');
    await limit.getByText('Off').waitFor();
    await message(page, '@Substatus 401.5')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.getByRole('option', { name: /chat\.postMessage.* ratelimited / }).click();
    await shot(page, '34-rate-limited');
    await page.getByRole('option', { name: /chat\.postMessage.* status 200 / }).waitFor();
  });

  it('fails the next call with an error, and the person reads a reference', async () => {
    const page = await ground.open(here);
    await say(page, '/kb 401.5');
    const fail = (await trouble(page))('Fail the next call');
    await fail.getByRole('combobox', { name: 'Method' }).selectOption('views.open');
    await fail.getByRole('combobox', { name: 'Error' }).selectOption('invalid_arguments');
    await fail.getByRole('button', { name: 'Fail', exact: true }).click();
    await fail.getByText('views.open: invalid_arguments').waitFor();
    await message(page, 'HTTP 401.5').getByRole('button', { name: 'Full article' }).click();
    await message(page, /reference/i)
      .getByText('Only visible to you')
      .waitFor();
    await fail.getByText('Off').waitFor();
  });

  it('expires the trigger, so no window opens, and the article comes into the thread', async () => {
    const page = await ground.open(here);
    await say(page, '/kb 401.5');
    const expire = (await trouble(page))('Expire the trigger');
    await expire.getByRole('button', { name: 'Expire the next one' }).click();
    await expire.getByText('The next trigger').waitFor();
    await message(page, 'HTTP 401.5').getByRole('button', { name: 'Full article' }).click();
    await expire.getByText('Off').waitFor();
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.getByRole('option', { name: /views\.open.* expired_trigger_id / }).waitFor();
    await message(page, 'HTTP 401.5')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
    await shot(page, '35-expired-trigger');
    expect(await dialog(page).count()).toBe(0);
  });

  it('delivers an event twice, and the bot answers once', async () => {
    const page = await ground.open(here);
    const twice = (await trouble(page))('Deliver twice');
    await twice.getByRole('button').click();
    await twice.getByText('The next event').first().waitFor();
    await say(page, '@Substatus 401.5');
    await message(page, '@Substatus 401.5')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
    await page.getByRole('tab', { name: 'Requests' }).click();
    await count(page.getByRole('option', { name: /events_api app_mention/ }), 2);
    await ground.settled();
    await count(message(page, '@Substatus 401.5').getByRole('button', { name: /^1 reply/ }), 1);
  });

  it('removes the bot from a channel and invites it again', async () => {
    const page = await ground.open(here);
    const members = (await trouble(page))('Remove or invite the bot');
    const member = members.getByRole('checkbox', { name: 'Substatus is in #web-ops' });
    await member.click();
    await members.getByText('Removed from 1').waitFor();
    await say(page, '@Substatus 401.5');
    await message(page, '@Substatus 401.5').waitFor();
    await ground.settled();
    await shot(page, '36-removed');
    expect(ground.slack.log.filter(({ name }) => name === 'events_api')).toEqual([]);
    await member.click();
    await members.getByText('None removed').waitFor();
    await say(page, '@Substatus 403.14');
    await message(page, '@Substatus 403.14')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
  });
});
