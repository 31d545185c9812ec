import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { slackRateLimits } from '../../src/playground/server/state/rate-limits.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';

const questions = ['401.5', '500.19', '503', '404.3', '403.14', '502.5', '413', '401.2', '500.21'];
const channel = '#incident-4711';

/** The bot under Slack's own limits, which the other files leave out to be quick. */
describe('under Slack’s rate limits', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ slack: { rateLimits: slackRateLimits } });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  const people = () => ['ana', 'ben', 'chloe'].map((name) => scene.slack.as(name));

  it('answers everybody who asks in one channel at the same time', async () => {
    const asked = await Promise.all(
      questions.map((question, index) => people()[index % 3]?.post(channel, `@Substatus ${question}`)),
    );
    await scene.settled();
    for (const [index, message] of asked.entries()) {
      const [, ...answers] = scene.slack.messages(channel, { threadTs: message?.ts ?? '' });
      expect(answers.map(visibleText)).toEqual([expect.stringContaining(questions[index] ?? '')]);
    }
  });

  it('answers every press on private buttons of one channel', async () => {
    const cards = await Promise.all(
      questions.slice(0, 3).map((question) => scene.slack.as('ana').command('/kb', question, channel)),
    );
    for (const { message } of cards) {
      const card = message ?? expect.fail('no card');
      await Promise.all(people().map((person) => person.click(card, 'kb:v1:applies')));
    }
    await scene.settled();
    for (const person of people()) {
      const seen = scene.slack.messages(channel, { as: person.user.name });
      const lists = seen.filter(({ ephemeral_to }) => ephemeral_to === person.user.id);
      expect(lists.map(visibleText)).toEqual(lists.map(() => expect.stringContaining('APPLIES TO')));
      expect(lists).toHaveLength(3);
    }
  });
});
