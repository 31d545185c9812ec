import type { ActionsBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Health } from '../../src/cards/home-health.js';
import { type HomeOptions, homeView } from '../../src/cards/home-view.js';
import { verbOf } from '../../src/cards/ids.js';
import { unpackState } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import { languages, textsIn } from '../../src/cards/texts/texts.js';
import { homeProblems } from '../support/block-kit.js';
import { hostileText } from '../support/hostile-articles.js';

const health: Health = { connected: true, store: 'up', articles: 2, refreshed: null, broken: 0, stale: false };
const options: HomeOptions = { command: '/kb', bot: undefined, recent: [], week: null, health };
const show = (more: Partial<HomeOptions>, texts = english) => homeView(texts, { ...options, ...more });

describe('homeView', () => {
  it.each(languages)(
    'in the language %s is one that Slack takes and that pings nobody, whatever was asked',
    (language) => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ question: hostileText, codes: fc.array(hostileText, { maxLength: 3 }) }), {
            maxLength: 120,
          }),
          hostileText,
          fc.nat(),
          fc.boolean(),
          fc.array(fc.record({ question: hostileText, codes: fc.array(hostileText), occasions: fc.nat() })),
          fc.array(fc.record({ code: hostileText, lookups: fc.nat() })),
          (recent, word, count, isLong, unanswered, codes) => {
            const asked = isLong ? recent.map((one) => ({ ...one, question: one.question.repeat(400) })) : recent;
            expect(
              homeProblems(
                show(
                  {
                    recent: asked,
                    bot: word,
                    week: { unanswered, codes },
                    health: { ...health, articles: count, broken: count },
                  },
                  textsIn(language),
                ),
              ),
            ).toEqual([]);
          },
        ),
        { numRuns: 200 },
      );
    },
  );

  it('has a button for each question, newest first, that carries it whole and shows its codes', () => {
    const recent = [
      { question: '500.19', codes: ['500.19'] },
      { question: `W3SVC1 GET /${'x'.repeat(90)} - 10.20.9.31 500 100 0`, codes: ['500.100'] },
    ];
    const row = show({ recent })
      .blocks.filter((block): block is ActionsBlock => block.type === 'actions')
      .at(-1);
    const buttons = (row?.elements ?? []).filter((element) => element.type === 'button');
    expect(buttons.map(({ action_id }) => verbOf(action_id ?? ''))).toEqual(['search-again', 'search-again']);
    expect(buttons.map(({ value }) => unpackState(value ?? '')?.question)).toEqual(
      recent.map(({ question }) => question),
    );
    expect(buttons[1]?.text.text).toBe('W3SVC1 GET… 500.100');
  });

  it('says where lookups will be while there are none', () => {
    expect(JSON.stringify(show({}))).toContain('What you ask comes here.');
    expect(JSON.stringify(show({ recent: [{ question: '404', codes: [] }] }))).toContain('Press one to ask it again.');
  });

  it.each([
    [1, 'Answers from 1 article.'],
    [60_335, 'Answers from 60,335 articles.'],
  ])('counts %i articles', (articles, words) => {
    expect(JSON.stringify(show({ health: { ...health, articles } }))).toContain(words);
  });

  it('shows what the workspace looked up most, and what nobody could answer', () => {
    const unanswered = [
      { question: 'printer on fire', codes: [], occasions: 3 },
      { question: `on web-07 ${'very '.repeat(60)} 0x80041010`, codes: ['0x80041010'], occasions: 1 },
    ];
    const codes = [{ code: '401.5', lookups: 12 }];
    const shown = JSON.stringify(show({ week: { codes, unanswered } }));
    expect(shown).toContain('"401.5 (12)"');
    expect(shown).toContain('printer on fire\\nasked on 3 occasions');
    expect(shown).toMatch(/… 0x80041010\\nasked once/);
    const buttons = show({ week: { codes, unanswered } }).blocks.flatMap((block) =>
      block.type === 'section' && 'accessory' in block && block.accessory?.type === 'button' ? [block.accessory] : [],
    );
    expect(buttons.map(({ value }) => unpackState(value ?? '')?.question)).toEqual(
      unanswered.map(({ question }) => question),
    );
  });

  it('says so when there was nothing, and when that is not known', () => {
    const nothing = JSON.stringify(show({ week: { codes: [], unanswered: [] } }));
    expect(nothing).toContain('No code was looked up');
    expect(nothing).toContain('has an answer');
    const unknown = JSON.stringify(show({ week: null, health: { ...health, store: 'away' } }));
    expect(unknown).not.toContain('No code was looked up');
    expect(unknown).toContain('The store is away');
  });

  it('says how the bot is', () => {
    const well = JSON.stringify(show({}));
    expect(well).toContain('Connected to Slack.');
    expect(well).not.toContain('have errors');
    const ill = JSON.stringify(
      show({ health: { ...health, connected: false, store: 'none', broken: 1, stale: true } }),
    );
    for (const words of ['no connection', 'no store', '1 file of an article has errors', 'cannot be read']) {
      expect(ill).toContain(words);
    }
  });
});
