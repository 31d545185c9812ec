import { expect, it } from 'vitest';
import { outcomeOf, thresholds } from '../../src/lookup/outcome.js';
import type { Match } from '../../src/lookup/types.js';
import type { CodePlace } from '../../src/search/code-index.js';
import { sketch } from '../search/fixture-articles.js';

const sure = thresholds.confidence + 0.2;
const related = thresholds.relatedness + 0.1;

function matchWithCodeIn(field: CodePlace, confidence = sure): Match {
  const article = sketch({ id: 'S10001', title: 'A title' });
  const why: Match['why'] = [{ type: 'code', asked: '5', found: '5', field }];
  return {
    id: article.id,
    title: article.title,
    article,
    also: [],
    score: 1,
    confidence,
    why,
    experience: null,
    movedUp: false,
    notes: null,
  };
}

it('answers when the article is sure and about the code', () => {
  for (const field of ['declared', 'title', 'queryWords', 'symptoms'] as const) {
    expect(outcomeOf('error 5', [matchWithCodeIn(field)], related)).toBe('answer');
  }
});

it('doubts an article that only mentions the code that was asked for', () => {
  for (const field of ['cause', 'resolution', 'summary', 'body'] as const) {
    expect(outcomeOf('error 5', [matchWithCodeIn(field)], related)).toBe('weak');
  }
});

it('answers a whole sentence whose words fit, though the code is only mentioned', () => {
  const text = 'the service fails to start with error 5 after the update';
  expect(outcomeOf(text, [matchWithCodeIn('body')], related)).toBe('answer');
});

it('is weak below the one threshold and none below the other', () => {
  expect(outcomeOf('error 5', [matchWithCodeIn('title', 0.1)], related)).toBe('weak');
  expect(outcomeOf('error 5', [matchWithCodeIn('title')], 0.1)).toBe('none');
  expect(outcomeOf('error 5', [], related)).toBe('none');
});

it('doubts an article that has one word of the question and no more, outside its title', () => {
  const match = matchWithCodeIn('title');
  const word = (asked: string, field: 'title' | 'queryWords'): Match['why'][number] => ({
    type: 'word',
    asked,
    found: asked,
    field,
  });
  const outcome = (why: Match['why']): string => outcomeOf('vpn down', [{ ...match, why }], related);
  expect(outcome([word('vpn', 'queryWords')])).toBe('weak');
  expect(outcome([word('vpn', 'title')])).toBe('answer');
  expect(outcome([word('vpn', 'queryWords'), word('tunnel', 'queryWords')])).toBe('answer');
});
