import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;
let client: WebClient;

beforeAll(async () => {
  slack = await startLocalSlack();
  client = webClient(slack);
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

describe('reactions', () => {
  it('adds and removes the bot’s own', async () => {
    const { channel, ts: timestamp } = await slack.as('ana').post('#web-ops', 'help');
    const eyes = { channel, timestamp, name: 'eyes' };
    await client.reactions.add(eyes);
    expect(slack.messages('#web-ops')[0]?.reactions).toEqual([{ name: 'eyes', users: [slack.botUser.id], count: 1 }]);
    await expect(client.reactions.add(eyes)).rejects.toThrow('already_reacted');
    await client.reactions.remove(eyes);
    expect(slack.messages('#web-ops')[0]?.reactions).toEqual([]);
    await expect(client.reactions.remove(eyes)).rejects.toThrow('no_reaction');
    await expect(client.reactions.add({ ...eyes, name: 'not a name' })).rejects.toThrow('invalid_name');
  });
});
