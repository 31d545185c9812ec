import { expect, it } from 'vitest';
import { stem } from '../../src/search/stemmer.js';

it.each([
  ['enable', 'enables', 'enabled', 'enabling'],
  ['stop', 'stops', 'stopped', 'stopping'],
  ['directory', 'directories'],
  ['crash', 'crashes', 'crashed', 'crashing'],
  ['cache', 'caches', 'cached', 'caching'],
  ['process', 'processes', 'processed'],
])('brings the forms of %s together', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

it.each(['iis', 'access', 'status', 'string', 'need', 'https', 'w3svc', 'sp6a', 'dns'])('leaves %s alone', (word) => {
  expect(stem(word)).toBe(word);
});

it('keeps other words apart', () => {
  expect(stem('application')).not.toBe(stem('apply'));
});
