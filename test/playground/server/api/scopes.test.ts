import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack({ scopes: ['chat:write', 'channels:history'] });
});

afterAll(() => slack.stop());

function answerOf(method: string, args: Json): Promise<unknown> {
  return webClient(slack)
    .apiCall(method, args)
    .then(
      ({ ok }) => ok,
      (error) => error.data,
    );
}

describe('a bot with some scopes', () => {
  it('may do what they are for, and what needs none', async () => {
    const { channel, ts } = await slack.as('ana').post('#web-ops', 'help');
    expect(await answerOf('chat.postMessage', { channel, text: 'x' })).toBe(true);
    expect(await answerOf('conversations.replies', { channel, ts })).toBe(true);
    expect(await answerOf('auth.test', {})).toBe(true);
    expect(
      await answerOf('views.publish', { user_id: slack.as('ana').user.id, view: { type: 'home', blocks: [] } }),
    ).toBe(true);
  });

  it.each<[string, string, Json]>([
    ['im:history', 'conversations.history', { channel: 'the DM' }],
    ['reactions:write', 'reactions.add', { channel: '#web-ops', timestamp: '1.0', name: 'eyes' }],
    ['users:read', 'users.info', { user: 'U0ANA0000' }],
    ['channels:read', 'conversations.info', { channel: '#web-ops' }],
    ['im:write', 'conversations.open', { users: 'U0ANA0000' }],
  ])('hears missing_scope and %s from %s', async (needed, method, args) => {
    const channel = args.channel === 'the DM' ? { channel: slack.channel('@ana').id } : {};
    const answer = await answerOf(method, { ...args, ...channel });
    expect(answer).toMatchObject({ error: 'missing_scope', needed, provided: 'chat:write,channels:history' });
  });
});
