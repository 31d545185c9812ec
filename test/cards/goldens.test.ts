import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.js';
import { articleCard, articleModal } from '../../src/cards/article.js';
import { askPersonCard } from '../../src/cards/ask-person-card.js';
import { digestCard } from '../../src/cards/digest-card.js';
import { helpCard } from '../../src/cards/help-card.js';
import type { Health } from '../../src/cards/home-health.js';
import { homeView } from '../../src/cards/home-view.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { plainText } from '../../src/cards/plain-text.js';
import { german } from '../../src/cards/texts/de/german.js';
import { english } from '../../src/cards/texts/en/english.js';
import { homeProblems, messageProblems } from '../support/block-kit.js';
import {
  goodAnswer,
  hostile,
  howTo,
  keepAlives,
  longSteps,
  nestedLists,
  noAnswer,
  weakAnswer,
} from '../support/example-answers.js';
import { expectGolden } from '../support/golden.js';

const state = { question: '401.5 ntlm' };

describe('the cards of examples', () => {
  it.each([
    ['answer', answerCard(english, goodAnswer)],
    ['weak', answerCard(english, weakAnswer, { private: true })],
    ['no-match', noMatchCard(english, noAnswer)],
    ['matches', matchesCard(english, goodAnswer, { from: 1 })],
    ['cut-steps', articleCard(english, longSteps, state)],
    ['nested-lists', articleCard(english, nestedLists, state)],
    ['summary-only', articleCard(english, howTo, state)],
    ['hostile', articleCard(english, hostile, state)],
    [
      'digest',
      digestCard(english, {
        from: '2026-11-16',
        to: '2026-11-22',
        lookups: 42,
        unanswered: [{ question: 'the *printer* is <b>on fire</b>', codes: [], occasions: 2 }],
      }),
    ],
    ['help', helpCard(english, { command: '/kb', bot: 'U0SUBSTATUS' })],
  ])('%s', (name, card) => {
    expect(messageProblems(card, { mentions: ['<@U0SUBSTATUS>'] })).toEqual([]);
    expectGolden(`cards/${name}.json`, `${JSON.stringify(card, null, 2)}\n`);
  });

  it('window', () => {
    expectGolden('cards/window.json', `${JSON.stringify(articleModal(english, keepAlives, state), null, 2)}\n`);
  });

  it.each([
    ['answer', answerCard(german, goodAnswer)],
    ['weak', answerCard(german, weakAnswer, { private: true })],
    ['no-match', noMatchCard(german, noAnswer)],
    ['help', helpCard(german, { command: '/kb', bot: 'U0SUBSTATUS' })],
  ])('%s in German', (name, card) => {
    expect(messageProblems(card, { mentions: ['<@U0SUBSTATUS>'] })).toEqual([]);
    expectGolden(`cards/de/${name}.json`, `${JSON.stringify(card, null, 2)}\n`);
  });

  it('home', () => {
    const [bot, refreshed] = ['U0SUBSTATUS', new Date('2026-11-26T08:24:00Z')];
    const recent = [
      { question: '401.5 ntlm', codes: ['401.5'] },
      { question: '<b>*Error*</b> &amp; 10.20.9.31 GET /x.asp - 500 100 0', codes: ['500.100'] },
      { question: 'Q288323', codes: [] },
    ];
    const health: Health = { connected: true, store: 'up', articles: 1_234, refreshed, broken: 2, stale: false };
    const week = {
      codes: [
        { code: '500.19', lookups: 12 },
        { code: '0x80070005', lookups: 3 },
      ],
      unanswered: [{ question: 'the *printer* is <b>on fire</b>', codes: [], occasions: 2 }],
    };
    const view = homeView(english, { command: '/kb', bot, recent, week, health });
    const mentions = ['<@U0SUBSTATUS>', '<!date^1795681440^{date_short_pretty} at {time}|2026-11-26 08:24 UTC>'];
    expect(homeProblems(view, { mentions })).toEqual([]);
    expectGolden('cards/home.json', `${JSON.stringify(view, null, 2)}\n`);
  });

  it('the terminal', () => {
    const texts = [goodAnswer, weakAnswer, noAnswer].map((answer) => plainText(answer, { width: 72, colour: false }));
    expectGolden('cards/terminal.txt', `${texts.join('\n--------\n')}\n`);
  });
});

describe('the card that asks a person', () => {
  it.each([
    ['S024BE7LH', '<!subteam^S024BE7LH>'],
    ['<!subteam^S024BE7LH>', '<!subteam^S024BE7LH>'],
    ['<@U024BE7LH>', '<@U024BE7LH>'],
  ])('mentions %s', (group, mention) => {
    const card = askPersonCard(english, { group, user: 'U1A', state });
    expect(card.text).toContain(mention);
    expect(messageProblems(card, { mentions: [mention, '<@U1A>'] })).toEqual([]);
  });

  it('pings nobody for a setting that is no group', () => {
    expect(messageProblems(askPersonCard(english, { group: '<!channel>', user: 'U1A', state }))).toEqual([]);
  });
});
