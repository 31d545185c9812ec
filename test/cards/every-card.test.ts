import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/types.js';
import { answerCard } from '../../src/cards/answer-card.js';
import { appliesToCard } from '../../src/cards/applies-to-card.js';
import { articleCard, articleCards } from '../../src/cards/article.js';
import { askPersonCard } from '../../src/cards/ask-person-card.js';
import { digestCard } from '../../src/cards/digest-card.js';
import { errorCard } from '../../src/cards/error-card.js';
import { fixedCard } from '../../src/cards/fixed-card.js';
import { helpCard } from '../../src/cards/help-card.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { moreInformationCards } from '../../src/cards/more-information-cards.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { notHelpedCard } from '../../src/cards/not-helped-card.js';
import { noticeCard } from '../../src/cards/notice-card.js';
import { outdatedCard } from '../../src/cards/outdated-card.js';
import { articlePlainText, plainText } from '../../src/cards/plain-text.js';
import { searchModal, suggestionOptions } from '../../src/cards/search-modal.js';
import { english } from '../../src/cards/texts/en/english.js';
import { languages, textsIn } from '../../src/cards/texts/texts.js';
import { messageProblems, viewProblems } from '../support/block-kit.js';
import { bare, missingTexts, richTextWords, sectionTexts } from '../support/card-text.js';
import { hostileAnswer, hostileArticle, hostileText } from '../support/hostile-articles.js';
import { modalPages } from '../support/modal-pages.js';

const runs = { numRuns: 100 };

describe.each(languages)('every card in the language %s, whatever the article and the question', (language) => {
  const texts = textsIn(language);

  it('of an answer is one that Slack takes and that pings nobody', () => {
    fc.assert(
      fc.property(hostileAnswer, fc.nat({ max: 9 }), fc.boolean(), (answer, rank, isPrivate) => {
        expect(messageProblems(answerCard(texts, answer, { rank, private: isPrivate, reader: { now: 0 } }))).toEqual(
          [],
        );
        expect(messageProblems(noMatchCard(texts, answer))).toEqual([]);
        expect(messageProblems(matchesCard(texts, answer, { from: rank }))).toEqual([]);
      }),
      runs,
    );
  });

  it('of an article is one that Slack takes and that pings nobody', () => {
    fc.assert(
      fc.property(hostileArticle, hostileText, (article, question) => {
        const state = { question, rank: 3 };
        for (const card of [
          articleCard(texts, article, state),
          appliesToCard(texts, article),
          ...articleCards(texts, article, state),
          ...moreInformationCards(texts, article, state),
        ]) {
          expect(messageProblems(card)).toEqual([]);
        }
        for (const view of modalPages(article, question, texts)) expect(viewProblems(view)).toEqual([]);
      }),
      runs,
    );
  });

  it('without an article is one that Slack takes and that pings nobody', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.boolean(), (text, question, hasNext) => {
        const state = { question, article: 'Q288323', rank: 0 };
        const asked = Array.from({ length: 30 }, () => ({
          question: text + question,
          codes: [question],
          occasions: 2,
        }));
        for (const card of [
          digestCard(texts, { from: '2026-11-16', to: '2026-11-22', lookups: 9, unanswered: asked }),
          noticeCard(text),
          errorCard(texts, text === '' ? 'R1' : text),
          helpCard(texts, { command: '/kb', bot: text }),
          notHelpedCard(texts, state, { hasNext, changed: hasNext }),
          outdatedCard(texts),
          askPersonCard(texts, { group: null, user: text, state }),
          askPersonCard(texts, { group: text, user: text, state }),
          fixedCard(texts, { user: text, state }),
        ]) {
          expect(messageProblems(card)).toEqual([]);
        }
        expect(viewProblems(searchModal(texts, { question, place: { channel: 'C1', threadTs: '1.2' } }))).toEqual([]);
        const [option] = suggestionOptions([{ id: 'Q288323', title: text }]);
        expect(option?.text.text.length).toBeLessThanOrEqual(75);
        expect(messageProblems({ text: 'an option', blocks: [{ type: 'section', text: option?.text }] })).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the whole article', () => {
  const shows = (article: Article, shown: string) => missingTexts(sectionTexts(article), bare(shown));

  it('is in the pages of its window, in order', () => {
    fc.assert(
      fc.property(hostileArticle, (article) => {
        const shown = modalPages(article, '').map((view) => richTextWords(view.blocks));
        expect(shows(article, shown.join(''))).toEqual([]);
      }),
      runs,
    );
  });

  it('is in its thread parts, in order', () => {
    fc.assert(
      fc.property(hostileArticle, (article) => {
        const shown = articleCards(english, article, { question: '' }).map((card) => richTextWords(card.blocks));
        expect(shows(article, shown.join(''))).toEqual([]);
      }),
      runs,
    );
  });

  it('has its particulars in the window too', () => {
    fc.assert(
      fc.property(hostileArticle, (article) => {
        const shown = bare(
          modalPages(article, '')
            .map((view) => richTextWords(view.blocks))
            .join(''),
        );
        for (const word of [...article.appliesTo, ...article.products, ...article.keywords]) {
          if (/^[\w ]+$/.test(word)) expect(shown).toContain(bare(word));
        }
      }),
      runs,
    );
  });
});

describe('plain text', () => {
  it('obeys the width for words that fit, and never carries control characters of the article', () => {
    fc.assert(
      fc.property(hostileAnswer, fc.integer({ min: 30, max: 120 }), (answer, width) => {
        const text = plainText(answer, { width, colour: false });
        expect(text).not.toMatch(/(?!\n|\t)\p{Cc}/u);
        for (const { article } of answer.matches.slice(0, 1)) {
          expect(articlePlainText(article, { width, colour: true })).not.toContain('\u001b[31m');
        }
      }),
      runs,
    );
  });
});
