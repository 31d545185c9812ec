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

  it('takes nothing in an archived channel', async () => {
    const ana = slack.as('ana');
    const message = await ana.post('#web-ops', 'x');
    slack.archive('#web-ops');
    const refused = { code: 'is_archived', message: expect.stringContaining('#web-ops is archived') };
    await expect(ana.post('#web-ops', 'x')).rejects.toMatchObject(refused);
    await expect(ana.edit(message, 'y')).rejects.toMatchObject(refused);
    await expect(ana.delete(message)).rejects.toMatchObject(refused);
    await expect(ana.react(message, 'eyes')).rejects.toMatchObject(refused);
    await expect(ana.command('/kb', '', '#web-ops')).rejects.toMatchObject(refused);
  });

  it('takes no command for a message, and none at all in a thread', async () => {
    const ana = slack.as('ana');
    const { ts } = await ana.post('#web-ops', 'help');
    await expect(ana.post('#web-ops', '/kb 401.5')).rejects.toMatchObject({ code: 'unknown_command' });
    const inThread = ana.post('#web-ops', '/kb 401.5', { threadTs: ts });
    await expect(inThread).rejects.toThrow('/kb is not supported in threads. Sorry!');
    await expect(ana.post('#web-ops', '/scripts/ledger.dll answers 401')).resolves.toBeDefined();
  });

  it('takes at most 40,000 characters', async () => {
    const tooLong = slack.as('ana').post('#web-ops', 'x'.repeat(40_001));
    await expect(tooLong).rejects.toMatchObject({ code: 'msg_too_long' });
  });

  it('leaves a tombstone of a message with replies, until the last of them is gone', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    const reply = await slack.as('ben').post('#web-ops', 'me too', { threadTs: parent.ts });
    await slack.as('ana').delete(parent);
    const [stone] = slack.messages('#web-ops');
    expect(stone).toMatchObject({
      ts: parent.ts,
      subtype: 'tombstone',
      user: 'USLACKBOT',
      reply_count: 1,
      hidden: true,
    });
    expect(stone?.text).toBe('This message was deleted.');
    await slack.as('ben').delete(reply);
    expect(slack.messages('#web-ops')).toEqual([]);
  });

  it('reacts', async () => {
    const message = await slack.as('ana').post('#web-ops', 'x');
    await slack.as('ben').react(message, ':eyes:');
    await webClient(slack).reactions.add({ channel: message.channel, timestamp: message.ts, name: 'eyes' });
    expect(slack.messages('#web-ops')[0]?.reactions).toMatchObject([{ name: 'eyes', count: 2 }]);
  });
});
