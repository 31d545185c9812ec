import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLookup } from '../../src/lookup/lookup.js';
import type { View } from '../../src/playground/server/types.js';
import { buildIndex } from '../../src/search/build-index.js';
import { buttonLabels, type Scene, shippedLookup, startScene, visibleText } from '../support/bot.js';
import { article } from '../support/example-answers.js';

/** Search and the common codes, which everybody's Home tab has. */
const always = ['Search', '401.5', '403.14', '404', '500.19', '503'];

describe.each(['socket', 'http'] as const)('the Home tab over %s', (transport) => {
  let scene: Scene;
  const lines: string[] = [];
  beforeAll(async () => {
    const stream = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    scene = await startScene({ transport, log: pino({ level: 'warn' }, stream) });
  });
  afterEach(async () => {
    // What people asked is forgotten with the process.
    await scene.restartBot();
    scene.slack.reset();
    lines.length = 0;
  });
  afterAll(() => scene.end());

  async function openHome(person: string): Promise<View> {
    await scene.slack.as(person).openHome();
    await scene.settled();
    return scene.slack.as(person).home() ?? expect.fail('nothing was published');
  }

  const recent = (home: View): string[] => buttonLabels(home).slice(always.length);

  async function press(home: View, label: string): Promise<View> {
    const buttons = home.blocks.flatMap(({ elements }) => (Array.isArray(elements) ? elements : []));
    const button = buttons.find(({ type, text }) => type === 'button' && text.text === label);
    const { error } = await scene.slack.as('ana').clickInView(home, button?.action_id, { buttonValue: button?.value });
    expect(error).toBeNull();
    return scene.slack.waitForView('ana');
  }

  it('says how to ask, and what it answers from', async () => {
    const home = await openHome('ana');
    expect(visibleText(home)).toContain('/kb 401.5');
    expect(visibleText(home)).toContain(`<@${scene.slack.botUser.id}>`);
    const { size } = await shippedLookup();
    expect(visibleText(home)).toMatch(new RegExp(`from ${size} articles, last read <!date\\^\\d+\\^`));
    expect(visibleText(home)).toContain('What you ask comes here.');
    expect(buttonLabels(home)).toEqual(always);
  });

  it('publishes nothing for the tab Messages', async () => {
    await scene.slack.as('ana').openHome('messages');
    await scene.settled();
    expect(scene.slack.as('ana').home()).toBeNull();
  });

  it('opens the search window, whose answer comes there', async () => {
    const window = await press(await openHome('ana'), 'Search');
    expect(window.callback_id).toBe('kb:v1:search');
    const { view } = await scene.slack.as('ana').submit(window, { 'kb:v1:question-text': '403.14' });
    expect(visibleText(view ?? expect.fail('the window closed'))).toContain('403.14');
    expect(recent(await openHome('ana'))).toEqual(['403.14']);
  });

  it.each(always.slice(1))('opens the article about %s, which is then a recent lookup', async (code) => {
    const window = await press(await openHome('ana'), code);
    expect(window.callback_id).toBe('kb:v1:article');
    expect(visibleText(window)).toContain(code);
    expect(recent(await openHome('ana'))).toEqual([code]);
  });

  it('says it directly when a window would open too late', async () => {
    const home = await openHome('ana');
    scene.slack.expireTriggers();
    await scene.slack.as('ana').clickInView(home, 'kb:v1:ask');
    const told = await scene.slack.waitForMessage(({ bot_id }) => bot_id !== undefined);
    expect(told.channel).toBe(scene.slack.channel('@ana').id);
    expect(visibleText(told)).toMatch(/once more/);
  });

  it('lists what this person asked, wherever that was, newest first', async () => {
    const ana = scene.slack.as('ana');
    await ana.command('/kb', '401.5', '#incident-4711');
    await ana.command('/kb', 'what is for <lunch> & "tea"', '#web-ops');
    await ana.post('#incident-4711', '@Substatus 0x80070005');
    await scene.settled();
    await ana.post('@Substatus', '500.19');
    await scene.settled();
    const alert = await scene.slack.as('deploybot').post('#web-ops', 'web-07: HTTP Error 503');
    await ana.messageShortcut('kb_lookup_message', alert);
    await scene.settled();
    await ana.command('/kb', 'help', '#web-ops');
    expect(recent(await openHome('ana'))).toEqual([
      'web-07: HTTP Error 503',
      '500.19',
      '0x80070005',
      'what is for <lunch> & "tea"',
      '401.5',
    ]);
  });

  it('asks a recent lookup again in the search window', async () => {
    await scene.slack.as('ana').command('/kb', '401.5 ntlm', '#incident-4711');
    const window = await press(await openHome('ana'), '401.5 ntlm');
    const { view } = await scene.slack.as('ana').submit(window);
    expect(view?.callback_id).toBe('kb:v1:article');
    expect(recent(await openHome('ana'))).toEqual(['401.5 ntlm']);
  });

  it('shows the code of a long line on its button', async () => {
    const line = 'GET /app/default.aspx - 80 - 10.20.9.31 Probe/1.0 500 19 33 0';
    await scene.slack.as('ana').command('/kb', line, '#incident-4711');
    const [label] = recent(await openHome('ana'));
    expect(label).toMatch(/^GET .*… 500\.19/);
  });

  it('shows nobody what somebody else asked', async () => {
    await scene.slack.as('ana').command('/kb', '401.5', '#incident-4711');
    await scene.slack.as('ben').command('/kb', 'qwertyuiop', '#incident-4711');
    expect(recent(await openHome('ana'))).toEqual(['401.5']);
    expect(recent(await openHome('ben'))).toEqual(['qwertyuiop']);
    expect(recent(await openHome('chloe'))).toEqual([]);
  });

  it('stays within the limits of Slack after many long questions', async () => {
    for (let n = 0; n < 12; n++) await scene.slack.as('ana').command('/kb', `${n} ${'<&> '.repeat(900)}`, '#web-ops');
    expect(recent(await openHome('ana'))).toHaveLength(10);
    expect(lines).toEqual([]);
  });

  it('writes a failure into the log and tells nobody', async () => {
    scene.slack.failNext('views.publish', { error: 'internal_error' });
    await scene.slack.as('ana').openHome();
    await scene.settled();
    expect(scene.slack.as('ana').home()).toBeNull();
    expect(scene.slack.messages('@ana')).toEqual([]);
    expect(lines.join('')).toContain('the Home tab could not be published');
    expect(recent(await openHome('ana'))).toEqual([]);
  });
});

it('a common code without an article opens the search window, which says so', async () => {
  const lookup = createLookup(buildIndex([article({ id: 'S1', title: 'Visitors meet a wall' })]));
  const scene = await startScene({ lookup });
  const ana = scene.slack.as('ana');
  await ana.openHome();
  await scene.settled();
  const home = ana.home() ?? expect.fail('nothing was published');
  expect(visibleText(home)).toContain('Answers from 1 article.');
  await ana.clickInView(home, 'kb:v1:ask');
  expect(visibleText(await scene.slack.waitForView('ana'))).toContain('No good match');
  await scene.end();
});
