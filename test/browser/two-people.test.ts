import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/describe-in-browser.js';
import { shot } from '../support/shot.js';
import { composer, count, goTo, message, press, say } from './actions.js';

describeInBrowser('Two windows', { ackTimeoutMs: 30_000 }, (ground) => {
  it('are two people: each sees what is for all, and only what is private to them', async () => {
    const [ana, ben] = await Promise.all([
      ground.open({ at: '#/C0WEBOPS0' }),
      ground.open({ as: 'ben', at: '#/C0WEBOPS0' }),
    ]);
    await say(ana, '/kb qwertyuiop');
    await message(ana, 'No good match').getByText('Only visible to you').waitFor();
    await say(ana, '/kb 401.5');
    await message(ben, 'HTTP 401.5').waitFor();
    expect(await message(ben, 'No good match').count()).toBe(0);
    await press(message(ben, 'HTTP 401.5'), 'This fixed it');
    await message(ana, 'HTTP 401.5')
      .getByRole('button', { name: /^1 reply/ })
      .click();
    await message(ana, '@Ben Osei says S40105 solved it', 'thread').waitFor();
  });

  it('tell each other what is unread, and who was mentioned', async () => {
    const [ana, ben] = await Promise.all([
      ground.open({ at: '#/C0WEBOPS0' }),
      ground.open({ as: 'ben', at: '#/C0INCIDENT4711' }),
    ]);
    const link = (state: string) => ben.getByRole('navigation').getByRole('link', { name: `web-ops, ${state}` });
    await say(ana, 'the farm is slow');
    await link('unread').waitFor();
    await say(ana, '@ben have a look');
    await ben
      .getByRole('navigation')
      .getByRole('link', { name: /^web-ops, .*1 mention/ })
      .waitFor();
    await shot(ben, '50-unread');
    await goTo(ben, 'web-ops');
    await message(ben, '@Ben Osei have a look').waitFor();
    await shot(ben, '51-new-line');
    await ben.getByRole('navigation').getByRole('link', { name: 'web-ops', exact: true }).waitFor();
  });

  it('are opened from the menu of who one is', async () => {
    const ana = await ground.open();
    await ana.getByRole('button', { name: /^You are Ana Lima/ }).click();
    const [popup] = await Promise.all([
      ana.waitForEvent('popup'),
      ana.getByRole('menuitem', { name: /Ben Osei/ }).click(),
    ]);
    await popup.getByRole('button', { name: /^You are Ben Osei/ }).waitFor();
  });

  it('do not see the private channel without the bot unless they are in it, and the bot hears nothing there', async () => {
    const ana = await ground.open();
    await goTo(ana, 'war-room');
    await say(ana, '@Substatus 401.5');
    await message(ana, '@Substatus 401.5').waitFor();
    await ground.settled();
    expect(ground.slack.log.filter(({ name }) => name === 'events_api')).toEqual([]);
    await say(ana, '/kb 401.5');
    await message(ana, 'HTTP 401.5').waitFor();
    await shot(ana, '52-without-the-bot');
    const ben = await ground.open({ as: 'ben' });
    await ben
      .getByRole('navigation')
      .getByRole('link', { name: /^web-ops/ })
      .waitFor();
    const isMember = ground.slack.channel('#war-room').members.has(ground.slack.as('ben').user.id);
    await count(ben.getByRole('navigation').getByRole('link', { name: /^war-room/ }), isMember ? 1 : 0);
  });

  it('go back to the beginning together, and come back after the server was away', async () => {
    const [ana, ben] = await Promise.all([
      ground.open({ at: '#/C0WEBOPS0' }),
      ground.open({ as: 'ben', at: '#/C0WEBOPS0' }),
    ]);
    await say(ana, 'before the reset');
    await message(ben, 'before the reset').waitFor();
    await press(ana.locator('[data-region="channel"]'), 'Reset the playground');
    await press(ana.getByRole('alertdialog'), 'Reset');
    await count(message(ben, 'before the reset'));
    await ben.context().setOffline(true);
    await ground.slack.as('ana').post('#web-ops', 'while nobody listened');
    await ben.context().setOffline(false);
    await message(ben, 'while nobody listened').waitFor();
    await composer(ben).waitFor();
  });
});
