import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shortcutIds } from '../../../src/cards/ids.js';
import { history } from '../../../src/playground/scenes/history.js';
import { playScene } from '../../../src/playground/scenes/play-scene.js';
import { scenes } from '../../../src/playground/scenes/scenes.js';
import { suggestions } from '../../../src/playground/scenes/suggestions.js';
import type { Scene as Incident, Step } from '../../../src/playground/scenes/types.js';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { Message } from '../../../src/playground/server/types.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/types.js';
import { type Scene, startScene, visibleText } from '../../support/bot.js';

let scene: Scene;

const folder = mkdtempSync(join(tmpdir(), 'substatus-scenes-'));
let store: Store;
beforeAll(async () => {
  store = await openStore({ path: join(folder, 'substatus.db') });
  scene = await startScene({ store });
});

afterEach(() => scene.slack.reset());

afterAll(async () => {
  await scene.end();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Which article each answer of the bot has to be, by the answer's name. */
const articles: Record<string, Record<string, string>> = {
  'identity-change': { card: 'S40105', fixed: 'S40105' },
  'failed-deployment': { overview: 'S50019', card: 'S90021', fixed: 'S90021' },
  'pool-crash': { offline: 'S50391', card: 'S90033', fixed: 'S90033', next: 'S90033' },
};

async function play(incident: Incident): Promise<Map<string, Message>> {
  const answers = new Map<string, Message>();
  await playScene(scene.slack, incident, {
    pace: 0,
    onStep: (step, message) => {
      if ('answer' in step && step.answer !== undefined) answers.set(step.answer, message);
    },
  });
  await scene.settled();
  return answers;
}

describe.each(scenes.map((incident) => [incident.name, incident] as const))('the scene %s', (name, incident) => {
  it('gets the right articles from the bot, and nothing fails', async () => {
    const answers = await play(incident);
    const expected = articles[name] ?? {};
    expect([...answers.keys()]).toEqual(Object.keys(expected));
    for (const [answer, article] of Object.entries(expected)) {
      const text = visibleText(answers.get(answer) as Message);
      expect(text, answer).toMatch(
        answer === 'fixed' ? `says ${article} solved it` : new RegExp(`^${article} · `, 'm'),
      );
    }
    expect(scene.slack.log.filter(({ error, status }) => error !== null || status !== 200)).toEqual([]);
  });

  it('ends with the card that fixed it, which names the person', async () => {
    const fixed = (await play(incident)).get('fixed');
    expect(fixed?.ephemeral_to).toBeUndefined();
    expect(visibleText(fixed as Message)).toMatch(/\*Fixed\.\* <@U0(ANA|CHLOE)/);
  });

  it('leaves no placeholder, no broken name and no code that nobody closed', async () => {
    await play(incident);
    const texts = scene.slack.messages(incident.channel).map(({ text }) => text);
    for (const text of texts) expect(text).not.toMatch(/\{-\d+s\}|(?<![<\w])@\w/);
    for (const text of texts) expect(text.split('```').length % 2).toBe(1);
  });

  it('is told within a minute, and names only what is for examples', () => {
    const seconds = incident.steps.reduce((sum, { after }) => sum + after, 0);
    expect(seconds).toBeLessThan(60);
    const text = JSON.stringify(incident.steps);
    const addresses = text.match(/\b\d+\.\d+\.\d+\.\d+\b/g) ?? [];
    expect(
      addresses.filter((one) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^(10\.0\.20348\.1|4\.2\.0\.0)$/.test(one)),
    ).toEqual([]);
    const hosts = text.match(/\b[\w.-]+\.(?:com|net|org)\b/g) ?? [];
    expect(hosts.filter((host) => !/(^|\.)example\.(com|net|org)$/.test(host))).toEqual([]);
  });
});

describe('the scenes together', () => {
  it('ask the bot by command, mention and shortcut, and press a button', () => {
    const kinds = (steps: readonly Step[]) => new Set(steps.map((step) => step.do));
    const all = kinds(scenes.flatMap(({ steps }) => steps));
    expect([...all].sort()).toEqual(['command', 'edit', 'post', 'press', 'react', 'shortcut', 'window']);
    const mentions = scenes.flatMap(({ steps }) => steps).filter((step) => step.do === 'post' && step.answer);
    expect(mentions).toHaveLength(2);
  });

  it('leave a note that the next lookup shows', async () => {
    const crash = scenes.find(({ name }) => name === 'pool-crash') ?? expect.fail('gone');
    const kept = async () => (await store.notes.newest(scene.slack.team.id, 100)).length;
    const before = await kept();
    const card = (await play(crash)).get('next') ?? expect.fail('no answer');
    expect(await kept()).toBe(before + 1);
    expect(card.ephemeral_to).toBeUndefined();
    expect(visibleText(card)).toMatch(/NOTES OF YOUR TEAM[\s\S]*Note by chloe[\s\S]*imgscale\.dll 4\.2/);
    expect(scene.slack.views('chloe')).toEqual([]);
  });

  it('can be played again and one after the other', async () => {
    for (const incident of [...scenes, ...scenes]) await play(incident);
    expect(scene.slack.log.filter(({ error }) => error !== null)).toEqual([]);
  });

  it('use shortcuts that the app has', () => {
    const used = scenes
      .flatMap(({ steps }) => steps)
      .flatMap((step) => (step.do === 'shortcut' || step.do === 'window' ? [step.callbackId] : []));
    expect(new Set(used)).toEqual(new Set([shortcutIds.lookUpMessage, shortcutIds.saveNote]));
  });
});

describe('playing', () => {
  const [first] = scenes as [Incident];

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const seen: Step[] = [];
    const playing = playScene(scene.slack, first, {
      pace: 0,
      signal: stop.signal,
      onStep: (step) => {
        seen.push(step);
        if (seen.length === 2) stop.abort();
      },
    });
    await expect(playing).rejects.toThrow(/abort/i);
    expect(scene.slack.messages(first.channel)).toHaveLength(2);
  });

  it('says so when no bot is there', async () => {
    const alone = await startLocalSlack();
    await expect(playScene(alone, first, { pace: 0 })).rejects.toThrow(/did not answer "\/kb 401.5": dispatch_failed/);
    await alone.stop();
  });
});

describe('the history', () => {
  it('fills every channel, mentions nobody by a name that is not there, and asks the bot nothing', async () => {
    const slack = await startLocalSlack({ seed: { messages: history } });
    for (const { name } of slack.channels) expect(slack.messages(`#${name}`).length, name).toBeGreaterThan(0);
    const texts = slack.channels.flatMap(({ id }) => slack.messages(id)).map(({ text }) => text);
    for (const text of texts) expect(text).not.toMatch(/(?<![<\w])[@#][a-z]/);
    for (const text of texts) expect(text).not.toContain(slack.botUser.id);
    await slack.stop();
  });
});

describe('the suggestions', () => {
  it.each(suggestions.map(({ label, text }) => [label, text] as const))('%s is answered', async (label, text) => {
    const ana = scene.slack.as('ana');
    const posted = text.startsWith('/kb ') ? null : await ana.post('#web-ops', text);
    const answer =
      posted === null
        ? (await ana.command('/kb', text.slice('/kb '.length), '#web-ops')).message
        : await scene.slack.waitForMessage(({ thread_ts, ts }) => thread_ts === posted.ts && ts !== posted.ts);
    expect(answer).not.toBeNull();
    const isPrivate = ['Not sure', 'No good match', 'Help'].includes(label);
    expect(answer?.ephemeral_to !== undefined).toBe(isPrivate);
  });
});
