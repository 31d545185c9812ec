import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { LocalSlack, Message, User } from '../../../src/playground/server/types.js';
import { ReadMarks } from '../../../src/playground/web/read-marks.js';
import { webClient } from '../server/bots.js';

let slack: LocalSlack;
let marks: ReadMarks;

beforeAll(async () => {
  slack = await startLocalSlack();
  marks = new ReadMarks(slack);
  slack.changes((change) => {
    if (change.type === 'message' || change.type === 'message_deleted') {
      marks.note(change.message, change.type === 'message_deleted');
    }
    if (change.type === 'reset') marks.restart();
  });
});
afterAll(() => slack.stop());
beforeEach(() => slack.reset());

const names = ['ana', 'ben', 'chloe'] as const;
const rooms = ['#web-ops', '#war-room'] as const;
type Step = {
  do: 'post' | 'mention' | 'reply' | 'private' | 'edit' | 'delete' | 'react' | 'read' | 'look';
  who: (typeof names)[number];
  room: (typeof rooms)[number];
  /** Which of the messages that are there. */
  which: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('post', 'mention', 'reply', 'private', 'edit', 'delete', 'react', 'read', 'look'),
  who: fc.constantFrom(...names),
  room: fc.constantFrom(...rooms),
  which: fc.nat({ max: 20 }),
});

/** Does what one can do with a message; what Slack refuses is not done. */
async function take({ do: deed, who, room, which }: Step): Promise<void> {
  const person = slack.as(who);
  const there = slack.messages(room, { as: who });
  const message = there[which % Math.max(there.length, 1)];
  if (deed === 'post') return void (await person.post(room, 'hello'));
  if (deed === 'mention') return void (await person.post(room, `@${names[which % 3]} and @here`));
  if (deed === 'look') return void marks.of(person.user, slack.channel(room));
  if (deed === 'private') {
    const { id: user } = person.user;
    slack.inviteBot(room);
    return void (await webClient(slack).chat.postEphemeral({
      channel: slack.channel(room).id,
      user,
      text: `<@${user}>`,
    }));
  }
  if (message === undefined) return;
  if (deed === 'read') return marks.set(person.user.id, message.channel, message.ts);
  const done = {
    reply: () => person.post(room, 'a reply, @here', { threadTs: message.thread_ts ?? message.ts }),
    edit: () => person.edit(message, `@${names[which % 3]} edited`),
    delete: () => person.delete(message),
    react: () => person.react(message, 'eyes'),
  }[deed]();
  await done.catch(() => {});
}

/** The same, counted anew from all messages. */
function counted(user: User, messages: Message[], lastRead: string) {
  const seen = messages.filter(({ ts, thread_ts: thread }) => thread === undefined || thread === ts);
  const unread = seen.filter(({ ts, user: author }) => ts > lastRead && author !== user.id);
  const loud = unread.filter(({ text, ephemeral_to: reader }) => {
    return reader === undefined && (text.includes(`<@${user.id}>`) || text.includes('<!here>'));
  });
  return { lastRead, latest: seen.at(-1)?.ts ?? null, mentions: loud.length };
}

describe('what is unread', () => {
  it('is the same as counted anew, whatever happens', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      slack.reset();
      for (const one of steps) {
        await take(one);
        const channel = slack.channel(one.room);
        for (const name of names) {
          const { user } = slack.as(name);
          const reading = marks.of(user, channel);
          expect(reading).toEqual(counted(user, slack.messages(one.room, { as: name }), reading.lastRead));
        }
      }
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
