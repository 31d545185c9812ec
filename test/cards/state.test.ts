import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packState, shortQuestion, stateQuestion, unpackState } from '../../src/cards/state.js';
import type { CardState } from '../../src/cards/types.js';
import { goodAnswer } from '../support/example-answers.js';
import { hostileText } from '../support/hostile-articles.js';

describe('packState', () => {
  it('reads like a query', () => {
    expect(packState({ article: 'Q288323', question: '401.5 a+b & 50%', rank: 0 })).toBe(
      'v=1&article=Q288323&rank=0&question=401.5+a%2Bb+%26+50%25',
    );
  });

  it('comes back whole when the question is short', () => {
    const states: fc.Arbitrary<CardState> = fc.record(
      {
        question: fc.string({ unit: 'grapheme', maxLength: 100 }),
        article: fc.nat({ max: 10 ** 7 }).map((number) => `Q${number}`),
        rank: fc.nat({ max: 100_000 }),
        page: fc.nat({ max: 100_000 }),
        thread: fc.constantFrom('1700000000.000100', '1.2'),
        sharedBy: fc.constantFrom('U024BE7LH', 'W1A'),
        sharedToChannel: fc.constant<true>(true),
      },
      { requiredKeys: ['question'] },
    );
    fc.assert(
      fc.property(states, (state) => {
        expect(unpackState(packState(state))).toEqual(state);
      }),
    );
  });

  it('never is longer than a button allows, and can always be read back', () => {
    fc.assert(
      fc.property(hostileText, (question) => {
        const value = packState({ question, article: 'Q288323', rank: 3 });
        expect(value.length).toBeLessThanOrEqual(2_000);
        expect(unpackState(value)).toMatchObject({ article: 'Q288323', rank: 3 });
      }),
    );
  });
});

it('leaves a person out of the state who is none', () => {
  expect(packState({ question: 'x', sharedBy: 'U1&v=2' })).toBe('v=1&question=x');
});

describe('unpackState', () => {
  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['another version', 'v=2&question=401.5'],
    ['no question', 'v=1&article=Q288323'],
    ['a strange article', 'v=1&article=../etc&question=x'],
    ['a rank below 0', 'v=1&rank=-1&question=x'],
    ['a page that is no number', 'v=1&page=two&question=x'],
    ['an endless rank', 'v=1&rank=999999&question=x'],
    ['more than a button holds', `v=1&question=${'x'.repeat(2_000)}`],
    ['a thread that is no time stamp', 'v=1&thread=<!here>&question=x'],
    ['a person who is none', 'v=1&by=<!here>&question=x'],
    ['a copy for nobody knows whom', 'v=1&to=everybody&question=x'],
    ['JSON', '{"question":"401.5"}'],
  ])('is null for %s', (_, value) => {
    expect(unpackState(value)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        unpackState(`v=1&question=${value}`);
      }),
    );
  });
});

describe('a long question', () => {
  const filler = 'after the move of the intranet to the new machine '.repeat(30);

  it('keeps its first words and the codes further on', () => {
    const short = shortQuestion(`users see ${filler} 0x80070005 and 500.19`, 200);
    expect(short.length).toBeLessThanOrEqual(200);
    expect(short).toMatch(/^users see after the move .*… 0x80070005 500\.19$/);
  });

  it('keeps filters, and codes in a form that can be read again', () => {
    const question = { ...goodAnswer.question, raw: `log says ${filler} 401 5`, filters: { version: '4.0' } };
    expect(stateQuestion(question)).toMatch(/^log says after .*… version:"4\.0" 401\.5 error 5$/);
  });

  it('does not split characters', () => {
    expect(shortQuestion('👍'.repeat(50), 20)).toMatch(/^(👍)+…$/u);
  });
});
