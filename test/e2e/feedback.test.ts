import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/server/types.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { buttonLabels, type Scene, startScene, visibleText } from '../support/bot.js';

const channel = '#incident-4711';
const day = 24 * 60 * 60 * 1000;

describe('feedback', () => {
  let folder: string;
  let path: string;
  let store: Store;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-feedback-'));
    path = join(folder, 'substatus.db');
    await begin();
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  async function begin(): Promise<void> {
    store = await openStore({ path });
    scene = await startScene({ store });
  }

  async function stop(): Promise<void> {
    await scene.end();
    await store.close();
  }

  async function ask(question: string, who = 'ana', where = channel): Promise<Message> {
    const { message } = await scene.slack.as(who).command('/kb', question, where);
    return message ?? expect.fail('no message');
  }

  async function press(who: string, card: Message, verb: string): Promise<void> {
    const { error } = await scene.slack.as(who).click(card, `kb:v1:${verb}`);
    expect(error).toBeNull();
    await scene.settled();
  }

  /** The last part of the whole article in the card's thread: the same answer, with buttons of its own. */
  async function wholeArticle(card: Message): Promise<Message> {
    scene.slack.expireTriggers();
    await press('ana', card, 'full');
    return thread(card).at(-1) ?? expect.fail('no part');
  }

  /** The card as it is now. */
  function now({ ts }: Message, who = 'ana'): Message {
    const found = scene.slack.messages(channel, { as: who }).find((message) => message.ts === ts);
    return found ?? expect.fail('the card is gone');
  }

  /** What was said to one person only, last. */
  function toldTo(who: string): string {
    const id = scene.slack.as(who).user.id;
    const told = scene.slack.messages(channel, { as: who }).filter(({ ephemeral_to }) => ephemeral_to === id);
    return visibleText(told.at(-1) ?? expect.fail(`nothing was said to ${who}`));
  }

  const thread = (card: Message) => scene.slack.messages(channel, { threadTs: card.ts }).slice(1);
  const noFeedback = /Fixed it|help \d/;

  /** People of the same team who had the same trouble before. */
  async function wasFixedFor(article: string, people: number, at = Date.now()): Promise<void> {
    const team = 'T0LOCAL00';
    for (let index = 0; index < people; index += 1) {
      const answer = { channel: 'C0OLD', thread: `${index}.1`, question: 'an older one' };
      await store.feedback.vote({ team, article, answer, person: `U0OLD${index}`, verdict: 'fixed', at });
    }
  }

  it('of two people is counted on the card that they press, and on the next one', async () => {
    const card = await ask('403.14');
    expect(visibleText(card)).not.toMatch(noFeedback);
    await press('ana', card, 'fixed');
    expect(visibleText(now(card))).toContain('Fixed it once, by a teammate just now');
    await press('ben', card, 'fixed');
    const counted = 'Fixed it 2 times, last by a teammate just now';
    expect(visibleText(now(card))).toContain(counted);
    expect(buttonLabels(now(card))).toEqual(buttonLabels(card));
    expect(thread(card).map(visibleText)).toEqual([expect.stringMatching(/Fixed/), expect.stringMatching(/Fixed/)]);
    expect(visibleText(await ask('http 403.14', 'chloe'))).toContain(counted);
    expect(visibleText(await ask('401.5'))).not.toMatch(noFeedback);
  });

  it('names nobody, but says "you" to the one who alone reads it', async () => {
    const card = await ask('403.14');
    await press('ana', card, 'fixed');
    const everybody = JSON.stringify(now(card).blocks);
    expect(everybody).not.toContain(scene.slack.as('ana').user.id);
    const direct = async (who: string) => {
      await scene.slack.as(who).post('@Substatus', '403.14');
      await scene.settled();
      return visibleText(scene.slack.messages(`@${who}`).at(-1) ?? expect.fail('no answer'));
    };
    expect(await direct('ana')).toContain('Fixed it once, by you just now');
    expect(await direct('ben')).toContain('Fixed it once, by a teammate just now');
  });

  it('counts once when the same button is pressed again, which is no news for the thread', async () => {
    const card = await ask('403.14');
    await press('ana', card, 'fixed');
    await press('ana', await wholeArticle(card), 'fixed');
    expect(toldTo('ana')).toMatch(/said so before/);
    expect(
      thread(card)
        .map(visibleText)
        .filter((text) => /Fixed\./.test(text)),
    ).toHaveLength(1);
    expect(visibleText(await ask('403.14'))).toContain('Fixed it once, by');
  });

  it('can be changed: the second press takes the place of the first', async () => {
    const card = await ask('403.14');
    await press('ana', card, 'fixed');
    await press('ana', card, 'not-helped');
    expect(visibleText(now(card))).toContain('Did not help 1 person');
    expect(visibleText(now(card))).not.toContain('Fixed it');
    expect(toldTo('ana')).toMatch(/no longer counts/);
    await press('ben', card, 'fixed');
    expect(visibleText(now(card))).toContain('Fixed it once, by a teammate just now; did not help 1 person');
  });

  it('of the same question in another thread is another vote of the same person', async () => {
    const [one, other] = [await ask('403.14'), await ask('403.14')];
    await press('ana', one, 'fixed');
    await press('ana', other, 'fixed');
    expect(visibleText(now(other))).toContain('Fixed it 2 times for 1 person');
    await press('ana', other, 'not-helped');
    expect(visibleText(now(other))).toContain('Fixed it once, by a teammate');
  });

  it('is there after a restart', async () => {
    await press('ana', await ask('403.14'), 'fixed');
    await stop();
    await begin();
    expect(visibleText(await ask('403.14'))).toContain('Fixed it once, by a teammate just now');
  });

  it('says how long ago the last one was', async () => {
    await wasFixedFor('S40314', 3, Date.now() - 3 * day - 1000);
    expect(visibleText(await ask('403.14'))).toContain('Fixed it 3 times, last by a teammate 3 days ago');
  });

  it('on a private card keeps the card private, and its button to share it', async () => {
    const card = await ask('app pool stops');
    expect(card.ephemeral_to).toBeDefined();
    await press('ana', card, 'fixed');
    const changed = now(card);
    expect(visibleText(changed)).toContain('Fixed it once, by you just now');
    expect(changed.ephemeral_to).toBe(card.ephemeral_to);
    await press('ana', changed, 'share');
    const shared = scene.slack.messages(channel).at(-1) ?? expect.fail('nothing shared');
    expect(visibleText(shared)).toContain('Fixed it once, by a teammate just now');
    await press('ben', shared, 'fixed');
    expect(visibleText(now(shared))).toMatch(/Shared by.*Fixed it 2 times|Fixed it 2 times.*Shared by/s);
  });

  it('on a private card and on the copy that was shared is one vote, wherever the copy leads', async () => {
    const card = await ask('app pool stops');
    await press('ana', card, 'fixed');
    await press('ana', now(card), 'share');
    const shared = scene.slack.messages(channel).at(-1) ?? expect.fail('nothing shared');
    await press('ana', shared, 'fixed');
    expect(toldTo('ana')).toMatch(/said so before/);
    expect(visibleText(now(shared))).toContain('Fixed it once, by a teammate');
    await press('ana', await wholeArticle(shared), 'fixed');
    await press('ana', now(shared), 'others');
    const list = scene.slack.messages(channel, { as: 'ana' }).at(-1) ?? expect.fail('no list');
    expect(JSON.stringify(list.blocks)).toContain('&to=channel&');
    await press('ana', shared, 'not-helped');
    expect(visibleText(now(shared))).toMatch(/Did not help 1 person/);
    expect(visibleText(now(shared))).not.toContain('Fixed it');
    await press('ben', shared, 'fixed');
    await press('ben', now(shared), 'fixed');
    expect(visibleText(now(shared))).toContain('Fixed it once, by a teammate just now; did not help 1 person');
  });

  it('below more information leaves that text in the thread', async () => {
    const card = await ask('401.5 ntlm sp6a');
    await press('ana', card, 'more');
    const part = thread(card).at(-1) ?? expect.fail('nothing');
    await press('ana', part, 'fixed');
    expect(visibleText(now(part))).toBe(visibleText(part));
    expect(visibleText(await ask('401.5 ntlm sp6a'))).toContain('Fixed it once');
  });

  it('is counted on the card where the bot is no member too', async () => {
    const card = await ask('403.14', 'ana', '#war-room');
    await press('ana', card, 'fixed');
    const changed = scene.slack.messages('#war-room').find(({ ts }) => ts === card.ts);
    expect(visibleText(changed ?? card)).toContain('Fixed it once, by a teammate just now');
  });

  it('leaves the parts of a whole article in the thread as they are', async () => {
    const card = await ask('401.5 ntlm sp6a');
    const part = await wholeArticle(card);
    await press('ana', part, 'fixed');
    expect(visibleText(now(part))).toBe(visibleText(part));
    expect(visibleText(await ask('401.5 ntlm sp6a'))).toContain('Fixed it once');
  });

  it('of several people moves an article up among its equals, and the card says so', async () => {
    const before = await ask('503');
    await press('ana', before, 'others');
    const second = /^2\. (.*)$/m.exec(toldTo('ana'))?.[1] ?? expect.fail('no second match');
    const article = /S503\d\d/.exec(toldTo('ana'))?.[0] ?? expect.fail('no id');
    expect(visibleText(before)).not.toContain(second);

    await wasFixedFor(article, 1);
    expect(visibleText(await ask('503')), 'one person alone moves nothing').not.toContain(second);
    await wasFixedFor(article, 4);
    const after = await ask('503');
    expect(visibleText(after)).toContain(second);
    expect(visibleText(after)).toMatch(/Matched: .*moved up: fixed it for 4 people/);
    expect(after.ephemeral_to).toBe(before.ephemeral_to);

    // The card from before still leads to what it led to.
    await press('ana', before, 'not-helped');
    const choice = scene.slack.messages(channel, { as: 'ana' }).at(-1) ?? expect.fail('no choice');
    await press('ana', choice, 'next');
    expect(visibleText(scene.slack.messages(channel, { as: 'ana' }).at(-1) ?? before)).toContain(second);
  });

  it('that cannot be kept is not counted, which the person hears; all else goes on', async () => {
    const card = await ask('403.14');
    const other = new Libsql(path);
    other.exec('begin immediate');
    await press('ana', card, 'fixed');
    expect(toldTo('ana')).toMatch(/vote was not kept.*again in a few minutes/i);
    expect(thread(card).map(visibleText)).toEqual([expect.stringMatching(/Fixed/)]);
    expect(visibleText(now(card))).not.toMatch(noFeedback);
    await press('ben', card, 'not-helped');
    expect(toldTo('ben')).toMatch(/vote was not kept/);
    expect(visibleText(await ask('401.5'))).toMatch(/401\.5/);
    other.exec('rollback');
    other.close();
    await press('ana', await wholeArticle(card), 'fixed');
    expect(visibleText(await ask('403.14'))).toContain('Fixed it once, by');
  });
});

describe('feedback without a store', () => {
  it('tells the thread, and counts nothing', async () => {
    const scene = await startScene();
    const ana = scene.slack.as('ana');
    const { message } = await ana.command('/kb', '403.14', channel);
    const card = message ?? expect.fail('no message');
    await ana.click(card, 'kb:v1:fixed');
    await scene.settled();
    const [shown, fixed, ...more] = scene.slack.messages(channel, { as: 'ana' });
    expect([visibleText(shown ?? card), visibleText(fixed ?? card)]).toEqual([
      visibleText(card),
      expect.stringMatching(/Fixed\./),
    ]);
    expect(more).toEqual([]);
    await scene.end();
  });
});
