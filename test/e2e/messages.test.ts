import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/server/types.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';

describe.each(['socket', 'http'] as const)('messages over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ transport });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  const isAnswer = (message: Message) => message.bot_id !== undefined;
  const answers = (channel: string) => scene.slack.messages(channel).filter(isAnswer);

  it('answers a mention in the thread of the message', async () => {
    const asked = await scene.slack.as('ana').post('#incident-4711', '@Substatus what is 500.19 0x8007000d?');
    const answer = await scene.slack.waitForMessage(isAnswer);
    expect(answer.thread_ts).toBe(asked.ts);
    expect(visibleText(answer)).toContain('500.19');
  });

  it('answers a pasted log line', async () => {
    const line = '2031-03-04 08:20:10 10.20.0.5 POST /upload.ashx - 443 - 10.20.9.31 curl/8.9 - 404 13 0 1';
    await scene.slack.as('ana').post('#incident-4711', `@Substatus\n\`\`\`${line}\`\`\``);
    expect(visibleText(await scene.slack.waitForMessage(isAnswer))).toContain('404.13');
  });

  it('answers inside a thread in that thread', async () => {
    const parent = await scene.slack.as('ana').post('#incident-4711', 'web-07 is ill');
    await scene.slack.as('ben').post('#incident-4711', '@Substatus 403.14', { threadTs: parent.ts });
    expect((await scene.slack.waitForMessage(isAnswer)).thread_ts).toBe(parent.ts);
  });

  it('reads the first message of the thread for a bare mention', async () => {
    const parent = await scene.slack.as('ana').post('#incident-4711', 'all pages on web-07 say HTTP Error 401.5');
    await scene.slack.as('ben').post('#incident-4711', '@Substatus', { threadTs: parent.ts });
    const answer = await scene.slack.waitForMessage(isAnswer);
    expect(answer.thread_ts).toBe(parent.ts);
    expect(visibleText(answer)).toContain('401.5');
  });

  it('says so when it may not read the thread', async () => {
    const parent = await scene.slack.as('ana').post('#incident-4711', 'HTTP Error 401.5');
    scene.slack.failNext('conversations.replies', { error: 'missing_scope' });
    await scene.slack.as('ben').post('#incident-4711', '@Substatus', { threadTs: parent.ts });
    expect(visibleText(await scene.slack.waitForMessage(isAnswer))).toMatch(/channels:history/);
  });

  it('reads the alert of another bot for a bare mention below it', async () => {
    const alert = await scene.slack
      .as('deploybot')
      .post('#incident-4711', 'web-07: HTTP Error 500.19, code 0x8007000d');
    await scene.slack.as('ana').post('#incident-4711', '@Substatus', { threadTs: alert.ts });
    const answer = await scene.slack.waitForMessage(({ bot_id }) => bot_id === scene.slack.botUser.botId);
    expect([answer.thread_ts, visibleText(answer)]).toEqual([alert.ts, expect.stringContaining('500.19')]);
  });

  it('does not ask itself about its own card', async () => {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    const card = message ?? expect.fail('no card');
    await scene.slack.as('ben').post('#incident-4711', '@Substatus', { threadTs: card.ts });
    const told = await scene.slack.waitForMessage((one) => isAnswer(one) && one.ts !== card.ts);
    expect(visibleText(told)).toMatch(/no text that I can look up/);
  });

  it('says so when the start of the thread was deleted', async () => {
    const parent = await scene.slack.as('ana').post('#incident-4711', 'HTTP Error 401.5');
    await scene.slack.as('ben').post('#incident-4711', 'me too', { threadTs: parent.ts });
    scene.slack.failNext('conversations.replies', { error: 'thread_not_found' });
    await scene.slack.as('ben').post('#incident-4711', '@Substatus', { threadTs: parent.ts });
    expect(visibleText(await scene.slack.waitForMessage(isAnswer))).toMatch(/no text that I can look up/);
  });

  it('is silent when the question was deleted before the answer', async () => {
    const asked = await scene.slack.as('ana').post('#incident-4711', '@Substatus 403.14');
    await scene.slack.as('ana').delete(asked);
    await scene.settled();
    expect(scene.slack.messages('#incident-4711')).toEqual([]);
    expect(scene.slack.log.filter(({ name }) => name === 'chat.postMessage')).toHaveLength(1);
  });

  it('answers direct messages where they stand', async () => {
    await scene.slack.as('ana').post('@Substatus', '403.14');
    const answer = await scene.slack.waitForMessage(isAnswer);
    expect(answer.thread_ts).toBeUndefined();
    expect(visibleText(answer)).toContain('403.14');
  });

  it('explains itself for a bare mention outside a thread', async () => {
    await scene.slack.as('ana').post('#incident-4711', '@Substatus');
    expect(visibleText(await scene.slack.waitForMessage(isAnswer))).toContain('/kb 401.5');
  });

  it('leaves other bots alone', async () => {
    await scene.slack.as('deploybot').post('#incident-4711', '@Substatus 401.5');
    await scene.settled();
    expect(answers('#incident-4711').filter(({ bot_id }) => bot_id === scene.slack.botUser.botId)).toEqual([]);
  });

  it('does not answer an edit', async () => {
    const asked = await scene.slack.as('ana').post('@Substatus', '403.14');
    await scene.slack.waitForMessage(isAnswer);
    await scene.slack.as('ana').edit(asked, '401.5');
    await scene.settled();
    expect(answers(asked.channel)).toHaveLength(1);
  });

  it('answers a repeated delivery once', async () => {
    scene.slack.duplicateNextEvent();
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 401.5');
    await scene.slack.waitForMessage(isAnswer);
    await scene.settled();
    expect(answers('#incident-4711')).toHaveLength(1);
  });
});

describe('the same message as two events', () => {
  it('is answered once', async () => {
    const scene = await startScene({ slack: { events: ['app_mention', 'message.channels', 'message.im'] } });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 401.5');
    await scene.slack.quiet(150);
    const answers = scene.slack.messages('#incident-4711').filter(({ bot_id }) => bot_id !== undefined);
    expect(answers).toHaveLength(1);
    await scene.end();
  });
});
