import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import { slackRateLimits } from '../../../../src/playground/server/state/rate-limits.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

let slack: LocalSlack;
let clock = 1_800_000_000_000;

beforeEach(async () => {
  slack = await startLocalSlack({
    now: () => clock,
    rateLimits: { messages: { perSecond: 1, burst: 2 }, perMinute: { 'users.info': 3 } },
  });
});

afterEach(() => slack.stop());

/** Seconds in Retry-After, 0 when the call went through. */
async function waitAfter(method: string, args: Record<string, string>): Promise<number> {
  return webClient(slack)
    .apiCall(method, args)
    .then(
      () => 0,
      (error) => error.retryAfter,
    );
}

const post = (channel: string) => waitAfter('chat.postMessage', { channel, text: 'x' });

describe('rate limits', () => {
  it('let a short burst of messages into a channel, then one a second', async () => {
    expect([await post('#web-ops'), await post('#web-ops'), await post('#web-ops')]).toEqual([0, 0, 1]);
    expect(await post('#incident-4711')).toBe(0);
    clock += 1000;
    expect([await post('#web-ops'), await post('#web-ops')]).toEqual([0, 1]);
    expect(slack.messages('#web-ops')).toHaveLength(3);
    expect(slack.log.at(-1)).toMatchObject({ status: 429, error: 'ratelimited' });
  });

  it('count the DM by the user and by its own id', async () => {
    const { id } = slack.as('ana').user;
    expect([await post(id), await post(slack.channel('@ana').id), await post(id)]).toEqual([0, 0, 1]);
  });

  it('count the calls of a method', async () => {
    const ask = () => waitAfter('users.info', { user: slack.as('ana').user.id });
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([0, 0, 0, 20]);
    clock += 20_000;
    expect([await ask(), await ask()]).toEqual([0, 20]);
  });

  it('count the messages of response_urls, which are not used up by a refusal', async () => {
    let url = '';
    const app = await connectBot(slack, (bot) => {
      bot.command('/kb', async ({ ack, payload }) => {
        url = payload.response_url;
        await ack();
      });
    });
    await slack.as('ana').command('/kb', '', '#web-ops');
    const respond = async () => (await fetch(url, { method: 'POST', body: '{"text":"x"}' })).status;
    expect([await respond(), await respond(), await respond()]).toEqual([200, 200, 429]);
    clock += 3000;
    expect([await respond(), await respond()]).toEqual([200, 200]);
    clock += 3000;
    expect([await respond(), await respond()]).toEqual([200, 404]);
    await app.stop();
  });

  it('begin anew after a reset', async () => {
    expect([await post('#web-ops'), await post('#web-ops'), await post('#web-ops')]).toEqual([0, 0, 1]);
    slack.reset();
    expect(await post('#web-ops')).toBe(0);
  });

  it('of Slack name methods that there are', async () => {
    for (const method of Object.keys(slackRateLimits.perMinute)) {
      const { error } = await webClient(slack)
        .apiCall(method)
        .then(
          () => ({ error: null }),
          ({ data }) => data,
        );
      expect(error, method).not.toBe('unknown_method');
    }
  });
});
