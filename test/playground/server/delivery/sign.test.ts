import { verifySlackRequest } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../../src/playground/server/delivery/sign.js';

const body = 'command=%2Fkb&text=401.5';
const now = Math.floor(Date.now() / 1000);

function verify(signature: string, timestamp: number): void {
  verifySlackRequest({
    signingSecret: 'secret',
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
  });
}

describe('sign', () => {
  it('makes a signature that Bolt accepts', () => {
    expect(() => verify(sign('secret', now, body), now)).not.toThrow();
  });

  it.each([
    ['another secret', sign('other', now, body)],
    ['another body', sign('secret', now, `${body}0`)],
    ['another time', sign('secret', now - 1, body)],
  ])('is refused with %s', (_what, signature) => {
    expect(() => verify(signature, now)).toThrow(/signature mismatch/);
  });
});
