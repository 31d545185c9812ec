import { describe, expect, it } from 'vitest';
import { checkArticles, rules } from '../../../src/article/check/check-articles.js';
import { parseArticle } from '../../../src/article/parse-article.js';
import type { Article } from '../../../src/article/types.js';

const answer = 'CAUSE\n=====\n\nA cause.\n';

function article(id: string, body: string): Article {
  const source = `---\ntitle: "${id}: t"\n---\n\nArticle: ${id}\n\n${body}`;
  const parsed = parseArticle(source, `${id}.md`);
  if (parsed.article === null) throw new Error('no article');
  return parsed.article;
}

function remarks(...articles: Article[]): string[] {
  return checkArticles(articles).map(
    ({ path, line, severity, rule, message }) => `${path}:${line} ${severity} ${rule} ${message}`,
  );
}

const cases: Record<string, [string, string[]]> = {
  'no-answer': [
    'SYMPTOMS\n========\n\nIt fails.\n\nCAUSE\n=====\n',
    [
      'S40105.md:7 error no-answer S40105 has neither CAUSE nor RESOLUTION nor SUMMARY',
      'S40105.md:12 warning empty-section CAUSE is empty',
    ],
  ],
  'unknown-section': [
    `${answer}\nCOFFEE\n======\n\nx\n`,
    ['S40105.md:12 warning unknown-section "COFFEE" is no section that cards know'],
  ],
  'empty-section': [`${answer}\nSTATUS\n======\n`, ['S40105.md:12 warning empty-section STATUS is empty']],
  'broken-reference': [
    `${answer}\n1. a\n\n   NOTE: see S40199 and S40105.\n\n2. b\n`,
    ['S40105.md:14 warning broken-reference S40199 is in none of these folders'],
  ],
  'broken-steps': [
    `${answer}\n1. a\n\n2. b and 3. c\n\n4. d\n`,
    ['S40105.md:16 warning broken-steps step "4." comes after 2'],
  ],
};

describe('rules', () => {
  it('are all tested here', () => {
    expect(Object.keys(cases)).toEqual(rules.map(({ name }) => name));
  });

  it.each(Object.entries(cases))('%s', (_, [body, expected]) => {
    expect(remarks(article('S40105', body))).toEqual(expected);
  });

  it('leave a good article alone', () => {
    expect(remarks(article('S40105', answer), article('S40106', `${answer}\nSee S40105.\n`))).toEqual([]);
  });

  it('find steps that do not begin with 1', () => {
    expect(remarks(article('S40105', `${answer}\n2. a\n\n3. b\n`))).toEqual([
      'S40105.md:12 warning broken-steps the steps begin with "2."',
    ]);
  });
});

describe('mentions of historic articles', () => {
  const mention = article('S40105', `${answer}\nSee Q102716.\n`);

  it('may point outside a knowledge base of our own', () => {
    expect(remarks(mention)).toEqual([]);
  });

  it('count where most articles are historic', () => {
    const historic = [article('Q100001', answer), article('Q100002', answer)];
    expect(remarks(mention, ...historic)).toEqual([
      'S40105.md:12 warning broken-reference Q102716 is in none of these folders',
    ]);
  });
});
