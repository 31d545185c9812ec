import type { Button } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/article/types.js';
import { answerCard } from '../../src/cards/answer-card.js';
import { articleCard } from '../../src/cards/article.js';
import { actionId, verbOf } from '../../src/cards/ids.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { notHelpedCard } from '../../src/cards/not-helped-card.js';
import { unpackState } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Card } from '../../src/cards/types.js';
import { messageProblems } from '../support/block-kit.js';
import {
  answer,
  article,
  goodAnswer,
  howTo,
  keepAlives,
  longSteps,
  match,
  noAnswer,
  paragraph,
  section,
  weakAnswer,
} from '../support/example-answers.js';

/** Every button of a card: its label, its verb and what it carries. */
function buttons(card: Card) {
  const elements = card.blocks.flatMap((block): { type: string }[] => {
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
  });
  return elements.filter(isButton).map(({ text, action_id, value }) => ({
    label: text.text,
    verb: verbOf(action_id ?? ''),
    state: unpackState(value ?? ''),
  }));
}

function isButton(element: { type: string }): element is Button {
  return element.type === 'button';
}

const labels = (card: Card) => buttons(card).map(({ label }) => label);

describe('the buttons of an answer', () => {
  it('are those that lead somewhere', () => {
    expect(labels(answerCard(english, goodAnswer))).toEqual([
      'Full article',
      'More information',
      'Applies to',
      'Other matches (6)',
      'This fixed it',
      'Did not help',
    ]);
    const lonely = article({ id: 'Q1', title: 'Alone', products: [], appliesTo: [] });
    expect(labels(answerCard(english, answer('x', 'answer', [match(lonely)])))).toEqual([
      'Full article',
      'This fixed it',
      'Did not help',
    ]);
  });

  it('offer to share only a private card', () => {
    expect(labels(answerCard(english, weakAnswer, { private: true }))).toContain('Share to channel');
    expect(labels(answerCard(english, weakAnswer))).not.toContain('Share to channel');
  });

  it('carry the article, the question and the rank', () => {
    const card = answerCard(english, goodAnswer, { rank: 2 });
    expect(buttons(card)[0]).toEqual({
      label: 'Full article',
      verb: 'full',
      state: { article: 'Q900002', question: '401.5 5 ntlm', rank: 2 },
    });
    expect(buttons(card).find(({ verb }) => verb === 'others')?.state?.rank).toBe(0);
    expect(buttons(answerCard(english, goodAnswer)).find(({ verb }) => verb === 'others')?.state?.rank).toBe(1);
  });
});

describe('an answer', () => {
  it('names the person who shared it, and pings nobody else', () => {
    const card = answerCard(english, goodAnswer, { sharedBy: 'U024BE7LH' });
    expect(JSON.stringify(card.blocks)).toContain('Shared by <@U024BE7LH>');
    expect(messageProblems(card, { mentions: ['<@U024BE7LH>'] })).toEqual([]);
    expect(messageProblems(answerCard(english, goodAnswer, { sharedBy: '<!channel>' }))).toEqual([]);
  });

  it('names the articles that say the same for other versions', () => {
    const also = [
      { id: 'Q100001', versions: ['winnt:3.0'] },
      { id: 'Q100002', versions: [] },
    ];
    const card = answerCard(english, answer('401.5', 'answer', [{ ...match(keepAlives), also }]));
    expect(JSON.stringify(card.blocks)).toContain('Also for version 3.0: Q100001; other versions: Q100002');
  });

  it('without the asked rank is no match', () => {
    expect(answerCard(english, goodAnswer, { rank: 99 }).text).toMatch(/^No good match/);
  });

  it('that is not sure says so first, and shows the symptoms', () => {
    const card = answerCard(english, weakAnswer);
    expect(card.text).toMatch(/^Not sure/);
    expect(JSON.stringify(card.blocks[0])).toContain('Not sure');
    expect(JSON.stringify(card.blocks)).toContain('SYMPTOMS');
    expect(JSON.stringify(answerCard(english, goodAnswer).blocks)).not.toContain('SYMPTOMS');
  });
});

describe('what a card shows of an article', () => {
  const shown = (...sections: Section[]) =>
    JSON.stringify(articleCard(english, article({ id: 'Q1', title: 'T', sections }), { question: '' }).blocks);

  it('is the workaround where there is no resolution', () => {
    const text = shown(
      section('cause', 'CAUSE', paragraph('because')),
      section('resolution', 'RESOLUTION', paragraph(' ')),
      section('workaround', 'WORKAROUND', paragraph('around')),
      section('summary', 'SUMMARY', paragraph('sum')),
    );
    expect(text).toContain('because');
    expect(text).toContain('around');
    expect(text).not.toContain('sum"');
  });

  it('is the status where there is neither', () => {
    expect(shown(section('status', 'STATUS', paragraph('fixed in SP9')))).toContain('fixed in SP9');
  });

  it('is the summary, else the symptoms, where there is no cause and no remedy', () => {
    const symptoms = section('symptoms', 'SYMPTOMS', paragraph('it hurts'));
    expect(shown(symptoms, section('summary', 'SUMMARY', paragraph('in short')))).not.toContain('it hurts');
    expect(shown(symptoms)).toContain('it hurts');
  });

  it('says how many steps it leaves out', () => {
    const text = JSON.stringify(articleCard(english, longSteps, { question: '' }).blocks);
    const steps = text.match(/Part \d+ of the move/g)?.length ?? 0;
    expect(text).toContain(`… ${40 - steps} more steps in Full article.`);
    expect(steps).toBeGreaterThan(10);
  });

  it('says when running text goes on', () => {
    const long = section('cause', 'CAUSE', ...Array.from({ length: 30 }, () => paragraph('word '.repeat(30))));
    expect(shown(long)).toContain('… continues in Full article.');
  });
});

describe('the pages of other matches', () => {
  it('hold five, and lead on and back', () => {
    const first = buttons(matchesCard(english, goodAnswer, { from: 0 }));
    expect(first.filter(({ verb }) => verb === 'show').map(({ state }) => state?.rank)).toEqual([0, 1, 2, 3, 4]);
    expect(first.at(-1)).toMatchObject({ label: 'Next', verb: 'others', state: { rank: 5 } });
    const last = buttons(matchesCard(english, goodAnswer, { from: 5 }));
    expect(last.at(-1)).toMatchObject({ label: 'Previous', verb: 'others', state: { rank: 0 } });
  });

  it('stay inside the list', () => {
    expect(matchesCard(english, goodAnswer, { from: 500 }).text).toMatch(/^Matches 7 to 7 of 7/);
    expect(matchesCard(english, answer('x', 'none', []), { from: 1 }).text).toBe('No other matches');
  });
});

describe('no good match', () => {
  it('explains the code, and offers other questions, the closest articles, and people', () => {
    const card = noMatchCard(english, noAnswer);
    expect(card.text).toContain('Refused by an application');
    expect(buttons(card)).toEqual([
      { label: '401.5 ntlm', verb: 'show', state: { question: '401.5 ntlm' } },
      { label: 'printer 401', verb: 'show', state: { question: 'printer 401' } },
      { label: 'Show', verb: 'show', state: { article: howTo.id, question: noAnswer.question.raw, rank: 0 } },
      { label: 'Search again', verb: 'search-again', state: { question: noAnswer.question.raw } },
      { label: 'Ask a person', verb: 'ask-person', state: { question: noAnswer.question.raw } },
    ]);
  });
});

describe('suggested questions', () => {
  it('do not repeat the titles of the matches', () => {
    const none = { ...noAnswer, didYouMean: [howTo.title, '401.5 ntlm'] };
    expect(labels(noMatchCard(english, none))).toEqual(['401.5 ntlm', 'Show', 'Search again', 'Ask a person']);
  });
});

describe('after "Did not help"', () => {
  it('the next match is offered only when there is one', () => {
    const state = { article: keepAlives.id, question: '401.5', rank: 0 };
    expect(labels(notHelpedCard(english, state, { hasNext: true }))).toEqual([
      'Next match',
      'Search again',
      'Ask a person',
    ]);
    expect(labels(notHelpedCard(english, state, { hasNext: false }))).toEqual(['Search again', 'Ask a person']);
  });
});

describe('action ids', () => {
  it('give their verb back, with and without a number', () => {
    expect(verbOf(actionId('page'))).toBe('page');
    expect(verbOf(actionId('page', 1))).toBe('page');
    for (const id of ['kb:v2:page', 'kb:v1:paging', 'page', '']) expect(verbOf(id)).toBeNull();
  });
});
