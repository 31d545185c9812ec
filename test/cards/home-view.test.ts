import type { ActionsBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HomeOptions, homeView } from '../../src/cards/home-view.js';
import { verbOf } from '../../src/cards/ids.js';
import { unpackState } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import { languages, textsIn } from '../../src/cards/texts/texts.js';
import { homeProblems } from '../support/block-kit.js';
import { hostileText } from '../support/hostile-articles.js';

const options: HomeOptions = { command: '/kb', bot: undefined, articles: 2, refreshed: null, recent: [] };
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
          (recent, word, articles, isLong) => {
            const asked = isLong ? recent.map((one) => ({ ...one, question: one.question.repeat(400) })) : recent;
            expect(homeProblems(show({ recent: asked, bot: word, articles }, textsIn(language)))).toEqual([]);
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
    expect(JSON.stringify(show({ articles }))).toContain(words);
  });
});
