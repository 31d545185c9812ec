import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../src/cli/knowledge-base.js';
import { archiveFolder } from '../support/archive.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

describe.each(['socket', 'http'] as const)('/kb over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ transport });
  });
  afterEach(() => scene.slack.reset());
  afterAll(() => scene.end());

  it('answers in the channel, in the acknowledgement, with cause and resolution', async () => {
    const { ack, message, error } = await scene.slack.as('ana').command('/kb', '401.5', '#incident-4711');
    expect(error).toBeNull();
    expect(ack?.status).toBe(200);
    expect(message?.ephemeral_to).toBeUndefined();
    const card = message ?? expect.fail('no message');
    const text = visibleText(card);
    expect(text).toContain('401.5');
    expect(text).toMatch(/cause/i);
    expect(text).toMatch(/resolution/i);
    expect(buttonLabels(card)).toEqual(expect.arrayContaining(['Full article', 'This fixed it', 'Did not help']));
    expect(scene.slack.messages('#incident-4711')).toHaveLength(1);
  });

  it('finds the article on NTLM after SP6a when the question says so', async () => {
    const { message } = await scene.slack.as('ben').command('/kb', '401.5 ntlm sp6a', '#web-ops');
    expect(visibleText(message ?? expect.fail('no message'))).toContain('Q288323');
  });

  it('works where the bot is not a member, and so do the buttons', async () => {
    const channel = scene.slack.channels.find(
      ({ kind, members }) => kind === 'private' && !members.has(scene.slack.botUser.id),
    );
    const ana = scene.slack.as('ana');
    const { message } = await ana.command('/kb', '403.14', channel?.id ?? '');
    const card = message ?? expect.fail('no message');
    await ana.click(card, 'kb:v1:fixed');
    await scene.settled();
    const replies = scene.slack.messages(channel?.id ?? '', { threadTs: card.ts });
    expect(replies.map(visibleText).join('\n')).toMatch(/Fixed/);
  });

  it.each(['', 'help', '  HELP '])('explains itself privately for %j', async (text) => {
    const { message } = await scene.slack.as('ana').command('/kb', text, '#incident-4711');
    expect(message?.ephemeral_to).toBeDefined();
    expect(visibleText(message ?? expect.fail('no message'))).toContain('/kb 401.5');
  });

  it.each(['what’s for lunch today', '😀😀😀', 'kubernetes pod CrashLoopBackOff'])(
    'says privately that nothing matches %j',
    async (text) => {
      const { message } = await scene.slack.as('ana').command('/kb', text, '#incident-4711');
      expect(message?.ephemeral_to).toBeDefined();
      expect(visibleText(message ?? expect.fail('no message'))).toMatch(/no good match/i);
      expect(scene.slack.messages('#incident-4711')).toEqual([]);
    },
  );

  it('understands what Slack and keyboards make of a question', async () => {
    const typed = '\u201cHTTP Error 401\u20115\u201d see <http://web-07.example/a|web-07.example/a> &amp; more';
    const { message } = await scene.slack.as('ana').command('/kb', typed, '#incident-4711');
    expect(message?.ephemeral_to).toBeUndefined();
    expect(visibleText(message ?? expect.fail('no message'))).toContain('401.5');
  });

  it.each([
    '401.5 <!channel> @here <!subteam^S1> <@U024BE7LH>',
    '401.5 &lt;!channel&gt; &lt;!subteam^S1|@ops&gt; &lt;@U024BE7LH&gt;',
    '401.5 <http://a.example|@channel> <#C1|@everyone> <!date^1^{date}|@here>',
  ])('pings nobody by echoing %j, on the card and on those after it', async (question) => {
    const { message } = await scene.slack.as('ana').command('/kb', question, '#incident-4711');
    const card = message ?? expect.fail('no message');
    expect(visibleText(card)).toContain('Asked: 401.5');
    const click = async (verb: string) => {
      await scene.slack.as('ana').click(card, `kb:v1:${verb}`);
      await scene.settled();
    };
    for (const verb of ['fixed', 'others', 'not-helped', 'ask-person', 'full']) {
      if (JSON.stringify(card.blocks).includes(`kb:v1:${verb}"`)) await click(verb);
    }
    const messages = scene.slack.messages('#incident-4711', { as: 'ana' });
    const places = [...messages, scene.slack.as('ana').openView()].filter((place) => place !== null);
    const read = [...messages.map(({ text }) => text), ...places.map(visibleText)].join('\n');
    const { user } = scene.slack.as('ana');
    expect(read.replaceAll(`<@${user.id}>`, '').match(ping)).toBeNull();
  });
});

const ping = /<!(channel|here|everyone|subteam)|<@U|@(here|channel|everyone)\b/;

describe('/kb over the real archive', () => {
  const folder = archiveFolder('iis', '/kb over the 1,666 articles of the archive');

  it.skipIf(folder === null).each(['socket', 'http'] as const)(
    'shows Q288323 for 401.5 with ntlm over %s',
    async (transport) => {
      const { lookup } = await loadKnowledgeBase([folder ?? '']);
      const scene = await startScene({ transport, lookup });
      for (const question of ['401.5 ntlm', '401.5 sp6a']) {
        const { message } = await scene.slack.as('ana').command('/kb', question, '#incident-4711');
        const text = visibleText(message ?? expect.fail('no message'));
        expect(message?.ephemeral_to).toBeUndefined();
        expect(text).toContain('Q288323');
        expect(text).toMatch(/cause/i);
        expect(text).toMatch(/resolution/i);
      }
      const plain = await scene.slack.as('ana').command('/kb', '401.5', '#incident-4711');
      expect(plain.message?.ephemeral_to).toBeUndefined();
      expect(lookup.ask('401.5', { limit: 3 }).matches.map(({ article }) => article.id)).toContain('Q288323');
      await scene.end();
    },
  );
});
