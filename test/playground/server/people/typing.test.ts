import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack();
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

describe('typing', () => {
  it('posts, edits and deletes own messages', async () => {
    const ana = slack.as('ana');
    const message = await ana.post('#web-ops', '*401.5* & more');
    expect(message).toMatchObject({ user: ana.user.id, text: '*401.5* &amp; more', client_msg_id: expect.any(String) });
    const edited = await ana.edit(message, '401.3');
    expect(slack.messages('#web-ops')).toEqual([edited]);
    expect(edited).toMatchObject({ ts: message.ts, text: '401.3', edited: { user: ana.user.id } });
    await ana.delete(message);
    expect(slack.messages('#web-ops')).toEqual([]);
  });

  it('leaves the messages of others alone', async () => {
    const message = await slack.as('ana').post('#web-ops', 'mine');
    await expect(slack.as('ben').edit(message, 'yours')).rejects.toThrow(/cannot change/);
    await expect(slack.as('ben').delete(message)).rejects.toThrow(/cannot change/);
  });

  it('gives messages growing timestamps, and threads a count that follows', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    const first = await slack.as('ben').post('#web-ops', 'one', { threadTs: parent.ts });
    const second = await slack.as('chloe').post('#web-ops', 'two', { threadTs: parent.ts });
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
    const ids = [slack.as('ben').user.id, slack.as('chloe').user.id];
    expect(slack.messages('#web-ops')[0]).toMatchObject({ reply_count: 2, reply_users: ids, latest_reply: second.ts });
    await slack.as('chloe').delete(second);
    expect(slack.messages('#web-ops', { threadTs: parent.ts })).toMatchObject([{ reply_count: 1 }, { text: 'one' }]);
    await slack.as('ben').delete(first);
    expect(slack.messages('#web-ops')[0]).toEqual(parent);
  });

  it.each([
    ['a channel that is not there', '#nowhere', {}, 'there is no channel "#nowhere"'],
    ['a thread that is not there', '#web-ops', { threadTs: '1.000001' }, 'to answer in a thread'],
  ])('refuses %s', async (_what, channel, options, message) => {
    await expect(slack.as('ana').post(channel, 'x', options)).rejects.toThrow(message);
  });

  it('refuses an archived channel', async () => {
    slack.archive('#web-ops');
    await expect(slack.as('ana').post('#web-ops', 'x')).rejects.toThrow('#web-ops is archived');
  });

  it('reacts', async () => {
    const message = await slack.as('ana').post('#web-ops', 'x');
    await slack.as('ben').react(message, ':eyes:');
    await webClient(slack).reactions.add({ channel: message.channel, timestamp: message.ts, name: 'eyes' });
    expect(slack.messages('#web-ops')[0]?.reactions).toMatchObject([{ name: 'eyes', count: 2 }]);
  });
});
