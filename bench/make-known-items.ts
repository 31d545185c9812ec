/**
 * Makes questions whose answer is known out of articles: three query words, four title words one of which has a typo,
 * twelve words in a row of the symptoms. A set that nobody has looked at, to hold numbers against that were chosen on others.
 *
 *   npx tsx bench/make-known-items.ts --archive FOLDER [--without SET.jsonl] [--seed N] > known-items.jsonl
 *
 * --without leaves out the articles that another set asks for.
 */
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import type { Article } from '../src/article/types.js';
import { articleFields } from '../src/search/article-fields.js';
import { readQuestionSet } from './question-sets.js';
import { seededRandom, shuffled } from './search/seeded-random.js';

const { values } = parseArgs({
  options: { archive: { type: 'string' }, without: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
if (values.archive === undefined) throw new Error('give --archive FOLDER');
const known = values.without === undefined ? [] : await readQuestionSet(values.without);
const taken = new Set(known.flatMap(({ right }) => right));
const random = seededRandom(Number(values.seed));
const { articles } = await readFolders([values.archive]);
for (const article of articles) {
  if (taken.has(article.id)) continue;
  for (const [kind, query] of questionsFor(article)) {
    process.stdout.write(`${JSON.stringify({ id: article.id, kind, query })}\n`);
  }
}

function questionsFor(article: Article): [kind: string, query: string][] {
  const made: [string, string][] = [];
  const queryWords = article.queryWords.filter((word) => /^[A-Za-z0-9.]+$/.test(word));
  if (queryWords.length >= 5) made.push(['words', shuffled(random, queryWords).slice(0, 3).join(' ')]);
  const titleWords = article.title
    .split(/\s+/)
    .map((word) => word.replace(/^\W+|\W+$/g, ''))
    .filter((word) => word.length > 3);
  if (titleWords.length >= 4) made.push(['title-typo', withTypo(someInOrder(titleWords, 4)).join(' ')]);
  const symptoms = articleFields(article)
    .symptoms.split(/\s+/)
    .filter((word) => word !== '');
  if (symptoms.length >= 20) {
    const start = Math.floor(random() * (symptoms.length - 12));
    made.push(['symptom', symptoms.slice(start, start + 12).join(' ')]);
  }
  return made;
}

function someInOrder(words: string[], count: number): string[] {
  const places = shuffled(random, [...words.keys()]).slice(0, count);
  return places.sort((a, b) => a - b).map((place) => words[place] ?? '');
}

/** Two letters of the longest word change places, or one is missing. */
function withTypo(words: string[]): string[] {
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const at = 1 + Math.floor(random() * (longest.length - 2));
  const rest = longest.slice(at + 2);
  const slip = random() < 0.5 ? longest.charAt(at + 1) + longest.charAt(at) : longest.charAt(at + 1);
  return words.map((word) => (word === longest ? longest.slice(0, at) + slip + rest : word));
}
