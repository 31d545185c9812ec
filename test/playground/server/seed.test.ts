import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { LocalSlack, SeedMessage } from '../../../src/playground/server/types.js';

const messages: SeedMessage[] = [
  { channel: '#web-ops', who: 'ben', text: 'and @ana, `401.5` again', minutesAgo: 10 },
  {
    ...{ channel: '#web-ops', who: 'deploybot', text: 'deployed', minutesAgo: 60, reactions: { tada: ['ana', 'ben'] } },
    replies: [{ who: 'ana', text: 'thanks', minutesAgo: 55 }],
  },
];

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack({
    seed: { messages },
    now: () => 1_800_000_000_000,
    events: ['app_mention', 'message.channels'],
  });
});

afterEach(() => slack.stop());

describe('messages of the seed', () => {
  it('stand in order of age, with threads, reactions and what clients make of text', () => {
    const [deployed, thanks, again] = slack.messages('#web-ops');
    expect(deployed).toMatchObject({
      ts: '1799996400.002000',
      bot_id: expect.any(String),
      reactions: [{ name: 'tada', count: 2 }],
      reply_count: 1,
      latest_reply: thanks?.ts,
    });
    expect(thanks).toMatchObject({ thread_ts: deployed?.ts, text: 'thanks' });
    expect(again?.text).toBe(`and <@${slack.as('ana').user.id}>, \`401.5\` again`);
  });

  it('may be many, each with a timestamp of its own as Slack writes them', async () => {
    const many = Array.from({ length: 1_500 }, (_, index) => ({
      ...{ channel: '#watercooler', who: 'ben', text: `${index}`, minutesAgo: 1_500 - index },
    }));
    const busy = await startLocalSlack({ seed: { messages: many } });
    const seeded = busy.messages('#watercooler');
    expect(seeded.map(({ text }) => text)).toEqual(many.map(({ text }) => text));
    expect(new Set(seeded.map(({ ts }) => ts)).size).toBe(1_500);
    expect(seeded.filter(({ ts }) => !/^\d{10}\.\d{6}$/.test(ts))).toEqual([]);
    await busy.stop();
  });

  it('can be answered and deleted like any other', async () => {
    const again = slack.messages('#web-ops').at(-1);
    if (again === undefined) throw new Error('no seeded message');
    const reply = await slack.as('ana').post('#web-ops', 'looking', { threadTs: again.ts });
    expect(Number(reply.ts)).toBeGreaterThan(Number(again.ts));
    await slack.as('ana').delete(reply);
    await slack.as('ben').delete(again);
    expect(slack.messages('#web-ops')).toHaveLength(2);
  });

  it('are back after a reset; neither the bot nor a page is told of each', async () => {
    const before = slack.messages('#web-ops');
    await slack.as('ana').post('#web-ops', 'new');
    await slack.quiet();
    const heard: string[] = [];
    slack.changes(({ type }) => heard.push(type));
    slack.reset();
    await slack.quiet();
    expect(slack.messages('#web-ops')).toEqual(before.map((message) => ({ ...message, ...idsOf(message.ts) })));
    expect(heard.filter((type) => type === 'message')).toEqual([]);
    expect(slack.log).toEqual([]);
  });

  it('of a person or channel that is not there are refused', async () => {
    const [first] = messages as [SeedMessage];
    await expect(startLocalSlack({ seed: { messages: [{ ...first, who: 'zoe' }] } })).rejects.toThrow(/nobody .*"zoe"/);
    await expect(startLocalSlack({ seed: { messages: [{ ...first, channel: '#x' }] } })).rejects.toThrow(/#x/);
  });
});

/** What is made up anew each time. */
function idsOf(ts: string) {
  const now = slack.messages('#web-ops').find((message) => message.ts === ts);
  return {
    ...(now?.client_msg_id === undefined ? {} : { client_msg_id: now.client_msg_id }),
    ...(now?.blocks === undefined ? {} : { blocks: now.blocks }),
  };
}
