import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotEvent, Message } from '../../src/playground/server/types.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';

const channel = '#incident-4711';
const events: BotEvent[] = ['app_mention', 'message.im', 'message.channels', 'message.groups'];

describe('a channel that wants exact codes to be answered', () => {
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-exact-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
    scene = await startScene({ store, slack: { events } });
    await set({ codes: 'exact' });
  });
  afterEach(async () => {
    await scene.end();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function set(values: Record<string, unknown>): Promise<void> {
    await store.settings.change({
      ...{ team: scene.slack.team.id, channel: scene.slack.channel(channel).id, person: 'U1', at: 1 },
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    });
  }
  const say = async (text: string, options: { who?: string; threadTs?: string; where?: string } = {}) => {
    const { who = 'ana', threadTs, where = channel } = options;
    const message = await scene.slack.as(who).post(where, text, threadTs === undefined ? {} : { threadTs });
    await scene.settled();
    return message;
  };
  const isOurs = ({ bot_id }: Message) => bot_id === scene.slack.botUser.botId;
  const answers = (where = channel) => scene.slack.messages(where).filter(isOurs);

  it('gets one answer, in the thread, for ten messages with the same code', async () => {
    const first = await say('web-07 answers HTTP Error 401.5 since noon');
    for (let more = 0; more < 9; more += 1) await say(`me too: 401.5 (${more})`);
    expect(answers().map(({ thread_ts }) => thread_ts)).toEqual([first.ts]);
    expect(visibleText(answers()[0] ?? expect.fail())).toContain('401.5');
  });

  it('gets one answer for ten messages at the same time, and after a restart none', async () => {
    const ana = scene.slack.as('ana');
    await Promise.all(Array.from({ length: 10 }, () => ana.post(channel, 'HTTP Error 500.19 again')));
    await scene.settled();
    expect(answers()).toHaveLength(1);
    await scene.restartBot();
    await say('HTTP Error 500.19 again');
    expect(answers()).toHaveLength(1);
  });

  it('gets an answer for another code, but in one thread not before the pause is over', async () => {
    const first = await say('HTTP Error 401.5');
    await say('now HTTP Error 500.19', { threadTs: first.ts });
    expect(answers()).toHaveLength(1);
    await say('now HTTP Error 500.19');
    expect(answers()).toHaveLength(2);
  });

  it('is told nothing unasked that somebody has asked for', async () => {
    const asked = await say('@Substatus 401.5');
    expect(answers(), 'a mention, which comes as two events').toHaveLength(1);
    await say('HTTP Error 401.5 on web-08 too', { threadTs: asked.ts });
    await say('HTTP Error 401.5 on web-09 too');
    expect(answers()).toHaveLength(1);
    await say('@Substatus 401.5');
    expect(answers(), 'asked again').toHaveLength(2);
  });

  it('gets no answer to bots, edits, what is no exact code, and what has no good answer', async () => {
    await say('HTTP Error 401.5', { who: 'deploybot' });
    const message = await say('the site is down, error 404 or so, who wants lunch?');
    await scene.slack.as('ana').edit(message, 'HTTP Error 401.5');
    await scene.settled();
    await set({ product: 'no-such-product' });
    await say('HTTP Error 401.5');
    expect(answers()).toEqual([]);
  });

  it('is the only one', async () => {
    await say('HTTP Error 401.5', { where: '#web-ops' });
    await set({ codes: 'asked' });
    await say('HTTP Error 401.5');
    expect([answers(), answers('#web-ops')]).toEqual([[], []]);
  });

  it('gets private answers where answers are private', async () => {
    await set({ answers: 'private' });
    await say('HTTP Error 401.5');
    expect(answers()).toEqual([]);
    expect(scene.slack.messages(channel, { as: 'ana' }).filter(isOurs)).toHaveLength(1);
  });
});
