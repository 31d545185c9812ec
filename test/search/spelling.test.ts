import { expect, it } from 'vitest';
import { createSpellingVocabulary, spellingCandidates } from '../../src/search/spelling.js';
import { Vocabulary } from '../../src/search/vocabulary.js';

function vocabularyOf(text: string) {
  const vocabulary = new Vocabulary();
  for (const raw of text.split(' ')) vocabulary.read(raw);
  return createSpellingVocabulary(vocabulary);
}

const spelling = vocabularyOf(
  'NTLM certificate certificates Certificate redirect directory metabase a w3svc.dll 401.5',
);

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
