import { describe, expect, it } from 'vitest';
import { singleUseStates } from '../../src/slack/install/states.js';

/** Keys that were claimed, as the store keeps them. */
function claims() {
  const taken = new Set<string>();
  return { claim: async (key: string) => taken.size !== taken.add(key).size };
}

describe('the state of an installation', () => {
  const secret = 'a state secret of some length';
  const options = { scopes: ['commands'], redirectUri: 'https://kb.example.com/slack/oauth_redirect' };
  const now = new Date();
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

  it('is taken once, by whichever replica, and brings back what it was made with', async () => {
    const shared = claims();
    const [one, other] = [singleUseStates(secret, shared), singleUseStates(secret, shared)];
    const state = await one.generateStateParam(options, now);
    expect(await other.verifyStateParam(later(590), state)).toEqual(options);
    await expect(one.verifyStateParam(later(591), state)).rejects.toThrow('used before');
  });

  it('is not taken again when its signature is written in another way', async () => {
    const states = singleUseStates(secret, claims());
    const state = await states.generateStateParam(options, now);
    await states.verifyStateParam(now, state);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const variant = state.slice(0, -1) + alphabet[alphabet.indexOf(state.at(-1) ?? '') ^ 1];
    await expect(states.verifyStateParam(now, variant)).rejects.toMatchObject({ code: 'slack_oauth_invalid_state' });
  });

  it.each([
    ['made up', async () => 'nonsense'],
    [
      'of another secret',
      () => singleUseStates('another secret of some length', claims()).generateStateParam(options, now),
    ],
    ['older than ten minutes', () => singleUseStates(secret, claims()).generateStateParam(options, later(-602))],
    [
      'without a signature',
      async () =>
        `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify({ installOptions: options, now })).toString('base64url')}.`,
    ],
  ])('is not taken when it is %s', async (_, make) => {
    const states = singleUseStates(secret, claims());
    await expect(states.verifyStateParam(now, await make())).rejects.toMatchObject({
      code: 'slack_oauth_invalid_state',
    });
  });
});
