import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { composer, dialog, goTo, press, say } from './actions.js';

describeInBrowser('The Home tab of the bot', { ackTimeoutMs: 30_000 }, (ground) => {
  it('offers a search, common codes, and what was asked before', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await say(page, '/kb 0x80070005');
    await ground.settled();
    await goTo(page, 'Substatus');
    await page.getByRole('tab', { name: 'Home' }).click();
    const home = page.getByRole('tabpanel', { name: 'Home' });
    await home.getByText('Substatus answers IIS errors').waitFor();
    await shot(page, '60-home');
    await press(home, '0x80070005');
    const question = dialog(page).getByRole('textbox', { name: 'Question' });
    expect(await question.inputValue()).toBe('0x80070005');
    await press(dialog(page), 'Cancel');
    await press(home, 'Search');
    expect(await question.inputValue()).toBe('');
    await press(dialog(page), 'Cancel');
    await press(home, '503');
    await dialog(page).getByText('HTTP 503').first().waitFor();
    await press(dialog(page), 'Close');
    await page.getByRole('tab', { name: 'Messages' }).click();
    await composer(page).waitFor();
    await page.getByRole('tab', { name: 'Home' }).click();
    // The row of common codes has one, and now the recent lookups too.
    await expect.poll(() => home.getByRole('button', { name: '503', exact: true }).count()).toBe(2);
  });
});
