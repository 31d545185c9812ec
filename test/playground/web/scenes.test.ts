import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/playground/scenes/types.js';
import type { PageClient } from './page-client.js';
import { type Served, serve } from './served.js';

let served: Served;
let ana: PageClient;

/** One that the bot answers, and one that waits for so long that a test can do something meanwhile. */
const short: Scene = {
  ...{ name: 'short', title: 'Short', summary: 'One question.', channel: '#web-ops' },
  steps: [{ after: 0, who: 'ben', do: 'command', command: '/kb', text: '401.5', answer: 'card' }],
};
const endless: Scene = {
  ...{ name: 'endless', title: 'Endless', summary: 'A long pause.', channel: '#incident-4711' },
  steps: [
    { after: 0, who: 'ben', do: 'post', text: 'first' },
    { after: 3_600, who: 'ben', do: 'post', text: 'an hour later' },
  ],
};

beforeAll(async () => {
  served = await serve({ scenes: [short, endless], scenePace: 1 });
});
afterAll(() => served.end());
beforeEach(async () => {
  ana = await served.open('?as=ana');
});
afterEach(async () => {
  await ana.close();
  await served.scene.settled();
  served.scene.slack.reset();
});

const states = (name: string) => ana.events('scene').flatMap(({ scene }) => (scene.name === name ? [scene.state] : []));

describe('scenes', () => {
  it('are played with the real bot, and tell every window when they begin and end', async () => {
    const ben = await served.open('?as=ben');
    expect(await ana.request('playScene', { name: 'short' })).toBeNull();
    expect(states('short')).toEqual(['playing', 'played']);
    await ana.event('message', ({ message }) => message.bot_id !== undefined);
    await ben.event('scene', ({ scene }) => scene.state === 'played');
    await ben.close();
    const late = await served.open('?as=chloe');
    expect(late.hello.scenes.map(({ state }) => state)).toEqual(['played', 'ready']);
    await late.close();
    await ana.request('playScene', { name: 'short' });
    expect(states('short')).toEqual(['playing', 'played', 'playing', 'played']);
  });

  it('play one at a time, until a reset ends them', async () => {
    const endlessReply = ana.request('playScene', { name: 'endless' });
    await ana.event('message', ({ message }) => message.text === 'first');
    expect(await ana.refusal('playScene', { name: 'short' })).toEqual({
      code: 'invalid_request',
      message: '"Endless" is still playing; one scene at a time',
    });
    await ana.request('reset', {});
    expect(await endlessReply).toBeNull();
    expect(ana.hello.scenes.map(({ state }) => state)).toEqual(['ready', 'ready']);
    await ana.request('playScene', { name: 'short' });
  });

  it('say why they could not go on, and can be played again', async () => {
    await served.scene.bot.stop();
    const { code, message } = await ana.refusal('playScene', { name: 'short' });
    expect({ code, message }).toEqual({
      code: 'invalid_request',
      message: 'the bot did not answer "/kb 401.5": dispatch_failed',
    });
    expect(states('short')).toEqual(['playing', 'ready']);
    await served.scene.restartBot();
    await ana.request('playScene', { name: 'short' });
  });

  it('are refused when there is none of that name', async () => {
    expect(await ana.refusal('playScene', { name: 'nope' })).toMatchObject({
      message: 'there is no scene "nope"; there: short, endless',
    });
  });
});
