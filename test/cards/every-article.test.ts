import { describe, expect, it } from 'vitest';
import { readFolders } from '../../src/article/read-folders.js';
import type { Article } from '../../src/article/types.js';
import { answerCard } from '../../src/cards/answer-card.js';
import { appliesToCard } from '../../src/cards/applies-to-card.js';
import { articleCard, articleCards } from '../../src/cards/article.js';
import { moreInformationCards } from '../../src/cards/more-information-cards.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Card } from '../../src/cards/types.js';
import { archiveFolder } from '../support/archive.js';
import { messageProblems, viewProblems } from '../support/block-kit.js';
import { bare, missingTexts, richTextWords, sectionTexts } from '../support/card-text.js';
import { modalPages } from '../support/modal-pages.js';

/** SUBSTATUS_FULL adds all 60,335 articles of the archive, which takes some minutes. */
const wholeArchive =
  process.env.SUBSTATUS_FULL === undefined ? null : archiveFolder('kb', 'the cards of all 60,335 articles');

describe('the cards of every article', () => {
  const folders = ['kb-data', archiveFolder('iis', 'the cards of the 1,666 IIS articles'), wholeArchive];
  for (const folder of folders.filter((one) => one !== null)) {
    it(`${folder.split('/').at(-1)}: Slack takes them, and nothing of the article is out of reach`, async () => {
      const { articles } = await readFolders([folder]);
      expect(articles.length).toBeGreaterThan(0);
      const bad = articles
        .map((article) => ({ id: article.id, problems: problemsOf(article) }))
        .filter(({ problems }) => problems.length > 0);
      expect(bad).toEqual([]);
    }, 1_800_000);
  }
});

function problemsOf(article: Article): string[] {
  const state = { question: '401.5 ntlm', rank: 1 };
  const parts = articleCards(english, article, state);
  const pages = modalPages(article, state.question);
  const cards = [
    articleCard(english, article, state),
    weakAnswer(article),
    appliesToCard(english, article),
    ...moreInformationCards(english, article, state),
    ...parts,
  ];
  return [
    ...cards.flatMap((card) => messageProblems(card)),
    ...pages.flatMap(viewProblems),
    ...unreachable(article, pages, 'window'),
    ...unreachable(article, parts, 'thread'),
  ];
}

function weakAnswer(article: Article): Card {
  const question = { raw: '401.5 ntlm', text: '401.5 ntlm', codes: [], filters: {}, corrections: [] };
  const found = { id: article.id, title: article.title, article, also: [], score: 1, confidence: 0.2, why: [] };
  const match = { ...found, experience: null, movedUp: false, notes: null };
  return answerCard(english, { question, outcome: 'weak', matches: [match], didYouMean: [] });
}

function unreachable(article: Article, pages: { blocks: { type: string }[] }[], where: string): string[] {
  const shown = bare(pages.map(({ blocks }) => richTextWords(blocks)).join(''));
  return missingTexts(sectionTexts(article), shown).map((text) => `not in the ${where}: ${text.slice(0, 80)}`);
}
