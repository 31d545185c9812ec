import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { choose, composer, count, dialog, goTo, message, press, say } from './actions.js';

describeInBrowser('A newcomer', { ackTimeoutMs: 30_000 }, (ground) => {
  it('types /kb with completion and reads the card', async () => {
    const page = await ground.open();
    await shot(page, '01-start');
    await goTo(page, 'web-ops');
    await composer(page).pressSequentially('/k');
    await page.getByRole('option', { name: /^.*\/kb.*Look up an IIS error/ }).waitFor();
    await shot(page, '02-completion');
    await composer(page).press('Tab');
    await composer(page).pressSequentially('401.5');
    await shot(page, '03-typed');
    await composer(page).press('Enter');
    const card = message(page, 'HTTP 401.5');
    await card.getByRole('heading', { name: /^HTTP 401\.5/ }).waitFor();
    await card.getByText('RESOLUTION').waitFor();
    expect(await card.getByText('Only visible to you').count()).toBe(0);
    expect(await composer(page).inputValue()).toBe('');
    await shot(page, '04-card');
  });

  it('presses every button of the card', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await say(page, '/kb 401.5');
    const card = message(page, 'Handler Mappings');
    await press(card, 'More information');
    await press(card, /^1 reply/);
    await message(page, 'MORE INFORMATION', 'thread').waitFor();
    await shot(page, '05-thread');
    await press(card, 'This fixed it');
    await message(page, 'says S40105 solved it', 'thread').waitFor();
    await card.getByText('2 replies').waitFor();
    await press(page.locator('[data-region="thread"]'), 'Close thread');
    await press(card, 'Applies to');
    const applies = message(page, /APPLIES TO/);
    await applies.getByText('Only visible to you').waitFor();
    await shot(page, '06-private');
    await press(applies, 'Dismiss');
    await count(applies);
    await press(card, /^Other matches/);
    await press(message(page, 'Matches 2 to 2'), 'Show');
    const other = message(page, 'NT Challenge/Response after NT 4.0 SP6a').filter({ hasText: 'CAUSE' });
    await other.getByText('Only visible to you').waitFor();
    await shot(page, '07-other-match');
    await press(other, 'Share to channel');
    await count(other);
    await press(card, /^3 replies/);
    await message(page, 'SP6a', 'thread').getByRole('heading', { name: /SP6a/ }).waitFor();
    await ground.settled();
    const seenByBen = ground.slack.messages('#web-ops', { as: 'ben' }).map(({ text }) => text);
    expect(seenByBen.filter((text) => text.includes('SP6a'))).toHaveLength(1);
  });

  it('says that the card did not help, searches again and asks a person', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await say(page, '/kb 401.5');
    await press(message(page, 'HTTP 401.5'), 'Did not help');
    const next = message(page, 'That one did not help');
    await press(next, 'Next match');
    await message(page, 'SP6a').getByText('Only visible to you').waitFor();
    await press(next, 'Search again');
    expect(await dialog(page).getByLabel('Question').inputValue()).toBe('401.5');
    await press(dialog(page), 'Cancel');
    await count(dialog(page));
    await press(next, 'Ask a person');
    await press(message(page, '1 reply'), /^1 reply/);
    await message(page, 'needs a person', 'thread').waitFor();
    await shot(page, '08-ask-a-person');
  });

  it('reads the whole of a long article, a page at a time', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await say(page, '/kb S99999');
    await press(message(page, 'A very long checklist'), 'Full article');
    await dialog(page).getByText('Look at the log of day 1, line by line.').waitFor();
    await shot(page, '09-article');
    await press(dialog(page), 'Next');
    await dialog(page).getByRole('button', { name: 'Previous' }).waitFor();
    await count(dialog(page).getByText('Look at the log of day 1, line by line.'));
    await press(dialog(page), 'Previous');
    await dialog(page).getByText('Look at the log of day 1, line by line.').waitFor();
    await page.keyboard.press('Escape');
    await count(dialog(page));
  });

  it('searches in a window: an error under the field, type-ahead, and the article', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await press(page.locator('[data-region="channel"]'), 'Shortcuts');
    await page.getByRole('menuitem', { name: /Search IIS errors/ }).click();
    await press(dialog(page), 'Search');
    await dialog(page).getByText('Pick an article or type a question.').waitFor();
    await shot(page, '10-validation');
    const pick = dialog(page).getByRole('combobox', { name: /Or pick an article/ });
    await pick.click();
    await page.keyboard.type('keep');
    await page.getByRole('option', { name: /Q288323/ }).waitFor();
    await shot(page, '11-type-ahead');
    await page.getByRole('option', { name: /Q288323/ }).click();
    await press(dialog(page), 'Search');
    await dialog(page).getByRole('heading', { name: 'Q288323' }).waitFor();
    await shot(page, '12-article-found');
    await press(dialog(page), /^Close all$/);
    await count(dialog(page));
  });

  it('hears that nothing fits, that a command is not there, and that threads take none', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await say(page, '/kb qwertyuiop');
    const none = message(page, 'No good match');
    await none.getByText('Only visible to you').waitFor();
    await shot(page, '13-no-match');
    await say(page, '/coffee');
    await message(page, /\/coffee is not a valid command/).waitFor();
    await say(page, 'hello');
    await message(page, 'hello').hover();
    await press(message(page, 'hello'), 'Reply in thread');
    await say(page, '/kb 401.5', 'thread');
    await message(page, /not supported in threads/, 'thread').waitFor();
    await shot(page, '14-not-in-threads');
  });

  it('has a message looked up from its menu, and mentions the bot', async () => {
    await ground.slack.as('ben').post('#web-ops', 'The site says HTTP Error 500.19 since the deployment');
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    const question = message(page, 'since the deployment');
    await question.hover();
    await press(question, 'More actions');
    await page.getByRole('menuitem', { name: /Look up this error/ }).waitFor();
    await shot(page, '15-message-menu');
    await page.getByRole('menuitem', { name: /Look up this error/ }).click();
    await press(question, /^1 reply/);
    await message(page, 'HTTP 500.19', 'thread').waitFor();
    await composer(page).fill('');
    await composer(page).pressSequentially('@Sub');
    await page.getByRole('option', { name: /Substatus/ }).waitFor();
    await composer(page).press('Enter');
    await composer(page).pressSequentially('403.14');
    await composer(page).press('Enter');
    const asked = message(page, '@Substatus 403.14');
    await press(asked, /^1 reply/);
    await message(page, 'HTTP 403.14', 'thread').waitFor();
    await shot(page, '16-mention');
  });

  it('writes, edits, reacts to and deletes a message, and pastes log lines', async () => {
    const page = await ground.open({ at: '#/C0WEBOPS0' });
    await page.evaluate('navigator.clipboard.writeText("line one\\nline two")');
    await composer(page).press('ControlOrMeta+v');
    expect(await composer(page).inputValue()).toBe('line one\nline two');
    await composer(page).press('Enter');
    const own = message(page, 'line one');
    await own.hover();
    await press(own, 'React with :eyes:');
    await own.getByRole('button', { name: /^1 reaction, eyes/ }).waitFor();
    await choose(page, own, /Edit message/);
    const editor = page.getByRole('textbox', { name: /Edit/ });
    await editor.fill('line one, *edited*');
    await editor.press('Enter');
    await message(page, 'line one, edited').getByText('(edited)').waitFor();
    await shot(page, '17-edited');
    await choose(page, message(page, 'line one'), /Delete message/);
    await press(page.getByRole('alertdialog'), 'Delete');
    await count(message(page, 'line one'));
  });

  it('talks to the bot in its DM and looks at its Home tab', async () => {
    const page = await ground.open();
    await goTo(page, 'Substatus');
    await say(page, '0x80070005 on a web.config');
    await message(page, /Access is denied|0x80070005/).waitFor();
    await shot(page, '18-dm');
    await page.getByRole('tab', { name: 'Home' }).click();
    const home = page.getByRole('tabpanel', { name: 'Home' });
    await home.getByRole('button', { name: '0x80070005 on a web.config' }).waitFor();
    await shot(page, '19-home');
    await press(home, '401.5');
    await dialog(page).getByText('RESOLUTION').waitFor();
    await press(dialog(page), /^Close all$/);
    await count(dialog(page));
    await press(home, 'Search');
    await dialog(page).getByLabel('Question').waitFor();
  });

  it('plays each incident', async () => {
    const page = await ground.open();
    for (const scene of [
      'A storm of 401.5 after a change',
      '500.19 after a deployment',
      '503 while the application pool crashes',
    ]) {
      const button = page.getByRole('navigation').getByRole('button', { name: new RegExp(`: ${scene}$`) });
      await button.click();
      await page
        .getByRole('navigation')
        .getByRole('button', { name: `Play again: ${scene}` })
        .waitFor();
    }
    await goTo(page, 'incident-4711');
    await message(page, 'Thumbnails get a pool of their own').waitFor();
    await shot(page, '20-scene');
    await goTo(page, 'web-ops');
    await message(page, 'URL Rewrite goes into the image today').waitFor();
    await shot(page, '21-scene-web-ops');
  });

  it('tries a suggestion, changes the theme, and begins again', async () => {
    const page = await ground.open();
    await press(page.getByRole('group', { name: 'Try these' }), 'Two codes');
    expect(await composer(page).inputValue()).toBe('/kb 500.19 0x8007000d');
    await composer(page).press('Enter');
    await message(page, 'Install the missing part').waitFor();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await shot(page, '22-dark');
    await press(page.locator('[data-region="channel"]'), 'Reset the playground');
    await press(page.getByRole('alertdialog'), 'Reset');
    await count(message(page, 'Install the missing part'));
    await composer(page).waitFor();
  });
});
