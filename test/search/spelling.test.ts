import { expect, it } from 'vitest';
import { spellingCandidates, spellingVocabulary } from '../../src/search/spelling.js';

function vocabularyOf(text: string) {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return spellingVocabulary([...counts].map(([word, count], term) => ({ word, count, term })));
}

const spelling = vocabularyOf('NTLM certificate certificates Certificate redirect directory metabase a');

it.each([
  ['nltm', 'ntlm'],
  ['certifcate', 'certificate'],
  ['certificaets', 'certificates'],
  ['direcotry', 'directory'],
])('repairs %s', (asked, repaired) => {
  expect(spellingCandidates(spelling, asked, 3)[0]?.word).toBe(repaired);
});

it.each(['lunch', 'xml', 'abc', '401.6', 'w3svc', 'ntlm', ''])('makes nothing of %s', (asked) => {
  expect(spellingCandidates(spelling, asked, 3)).toEqual([]);
});

it('prefers the commoner of two equally near words', () => {
  const found = spellingCandidates(vocabularyOf('log lag lag lag'), 'loog', 3);
  expect(found.map(({ word }) => word)).toEqual(['log']);
  const both = spellingCandidates(vocabularyOf('pages paces paces'), 'pazes', 3);
  expect(both.map(({ word }) => word)).toEqual(['paces', 'pages']);
});

it('takes swapped letters for likelier than a missing one, however common', () => {
  const found = spellingCandidates(vocabularyOf('for for for for form'), 'fomr', 3);
  expect(found.map(({ word }) => word)).toEqual(['form', 'for']);
});

it('leaves words out that are too rare', () => {
  expect(spellingCandidates(vocabularyOf('paces paces pages'), 'pazes', 3, 2).map(({ word }) => word)).toEqual([
    'paces',
  ]);
});
