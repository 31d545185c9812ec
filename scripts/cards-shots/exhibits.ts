import { answerCard } from '../../src/cards/answer-card.js';
import { appliesToCard } from '../../src/cards/applies-to-card.js';
import { articleModal } from '../../src/cards/article.js';
import { askPersonCard } from '../../src/cards/ask-person-card.js';
import { digestCard } from '../../src/cards/digest-card.js';
import { errorCard } from '../../src/cards/error-card.js';
import { fixedCard } from '../../src/cards/fixed-card.js';
import { helpCard } from '../../src/cards/help-card.js';
import type { Health } from '../../src/cards/home-health.js';
import { homeView } from '../../src/cards/home-view.js';
import type { Week } from '../../src/cards/home-week.js';
import { interruptedCard } from '../../src/cards/interrupted-card.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { moreInformationCards } from '../../src/cards/more-information-cards.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { notHelpedCard } from '../../src/cards/not-helped-card.js';
import { notesModal } from '../../src/cards/notes-modal.js';
import { noticeCard } from '../../src/cards/notice-card.js';
import { outdatedCard } from '../../src/cards/outdated-card.js';
import { searchModal } from '../../src/cards/search-modal.js';
import { settingsModal } from '../../src/cards/settings-modal.js';
import { german } from '../../src/cards/texts/de/german.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Card, CardState, ModalView } from '../../src/cards/types.js';
import type { Answer, ArticleNote, Lookup } from '../../src/lookup/types.js';
import type { Exhibit } from '../../src/playground/page/gallery/types.js';
import type { Message, View } from '../../src/playground/server/types.js';
import { ana, bot, channel, group } from './workspace.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Every card that the product can show, of the articles that ship. Throws when a question no longer gives its card. */
export function makeExhibits(lookup: Lookup): Exhibit[] {
  const ask = (question: string, outcome: Answer['outcome']): Answer => asked(lookup, question, outcome);
  const answer = ask('401.5', 'answer');
  const article = first(answer).article;
  const state: CardState = { question: '401.5', article: article.id, rank: 0 };
  return [
    message('answer', answerCard(english, answer)),
    message('answer-private', answerCard(english, ask('404.13 upload', 'answer'), { private: true }), 'private'),
    message('answer-shared', answerCard(english, ask('503.4', 'answer'), { sharedBy: ana.id })),
    message('answer-experience', experienced(lookup, '503')),
    message('answer-notes', noted(lookup, '503.2')),
    message('answer-weak', answerCard(english, ask('ssl handshake slow', 'weak'), { private: true }), 'private'),
    message('no-match', noMatchCard(english, ask('teams meeting does not start', 'none')), 'private'),
    message('other-matches', matchesCard(english, ask('503', 'answer'), { from: 1 }), 'private'),
    message('applies-to', appliesToCard(english, article), 'private'),
    ...moreInformationCards(english, article, state)
      .slice(0, 1)
      .map((card) => message('more-information', card)),
    message('not-helped', notHelpedCard(english, state, { hasNext: true }), 'private'),
    message('fixed', fixedCard(english, { user: ana.id, state })),
    message('ask-a-person', askPersonCard(english, { group: group.id, user: ana.id, state })),
    message('help', helpCard(english, { command: '/kb', bot: bot.id }), 'private'),
    message(
      'digest',
      digestCard(english, { from: '2026-11-16', to: '2026-11-22', lookups: 214, unanswered: week.unanswered }),
    ),
    message('not-helped-german', notHelpedCard(german, state, { hasNext: true }), 'private'),
    message('notice', noticeCard(english.notices.lastMatch), 'private'),
    message('outdated', outdatedCard(english), 'private'),
    message('error', errorCard(english, 'K3V7-9QPD'), 'private'),
    message('interrupted', interruptedCard(english, null)),
    window('search-window', searchModal(english, { question: '401.5 since the patch' })),
    window('article-window', articleModal(english, article, state)),
    window(
      'notes-window',
      notesModal(english, {
        ...{ title: article.title, notes: notesAbout(article.id), state: { ...state, article: article.id } },
        mayChange: ({ author }) => author === ana.id,
      }),
    ),
    window('settings-window', settingsModal(english, settingsOfWorkspace)),
    homeTab('home', lookup.size),
  ];
}

/** The card of a question about whose article the team has written notes, and which helped. */
function noted(lookup: Lookup, question: string): Card {
  const now = Date.now();
  const last = { at: now - 3 * dayMs, person: ana.id };
  const experience = { times: 2, people: 2, notHelped: 0, last, voices: 2 };
  const notes = { about: notesAbout, matching: () => [] };
  const answer = lookup.ask(question, { experience: () => experience, notes });
  return answerCard(english, answer, { reader: { now } });
}

/** Of two people of the team; their ages are counted from now on, so that a picture says the same every day. */
function notesAbout(article: string): ArticleNote[] {
  const own = { article, author: ana.id, authorName: ana.name, edited: null };
  const message = { permalink: 'https://example.slack.com/archives/C0INCIDENT/p1790000000000100' };
  return [
    {
      ...{ ...own, id: 'N2', message, created: Date.now() - 2 * dayMs },
      text: 'On web-07 it was the load balancer: its health check asked as another user. Ask the network team first.',
    },
    {
      ...{ ...own, author: 'U0BEN', authorName: 'ben', id: 'N1', message: null, created: Date.now() - 40 * dayMs },
      text: 'The runbook for this is in the wiki, under Farm B.',
    },
  ];
}

/** The card of a question whose second match fixed it for several people, so that it moved up. */
function experienced(lookup: Lookup, question: string): Card {
  const now = Date.UTC(2026, 10, 26);
  const last = { at: now - 3 * dayMs, person: ana.id };
  const second = lookup.ask(question).matches[1]?.id;
  const experience = { times: 7, people: 7, notHelped: 1, last, voices: 6 };
  const answer = lookup.ask(question, { experience: (id) => (id === second ? experience : null) });
  if (!answer.matches[0]?.movedUp) throw new Error(`"${question}" has no near matches: choose another question`);
  return answerCard(english, answer, { reader: { now } });
}

function asked(lookup: Lookup, question: string, outcome: Answer['outcome']): Answer {
  const answer = lookup.ask(question);
  if (answer.outcome === outcome) return answer;
  throw new Error(`"${question}" gives ${answer.outcome} now, not ${outcome}: choose another question in exhibits.ts`);
}

function first({ matches, question }: Answer): Answer['matches'][number] {
  const match = matches[0];
  if (match === undefined) throw new Error(`"${question.raw}" has no match: choose another question in exhibits.ts`);
  return match;
}

function message(name: string, card: Card, audience: 'channel' | 'private' = 'channel'): Exhibit {
  const shown: Message = {
    ...{ type: 'message', channel, ts: '1790000000.000100', team: 'T0LOCAL00' },
    ...{ user: bot.id, bot_id: bot.botId, app_id: bot.appId, text: card.text },
    blocks: card.blocks.map((block) => ({ ...block })),
    ...(audience === 'private' ? { ephemeral_to: ana.id } : {}),
  };
  return { name, message: shown };
}

/** As the server gives views: with the ids that it makes up. */
function window(name: string, { blocks, ...modal }: ModalView): Exhibit {
  const submit = 'submit' in modal && modal.submit !== undefined ? { ...modal.submit } : null;
  const own = { title: { ...modal.title }, close: { ...modal.close }, submit };
  const ids = { callback_id: modal.callback_id ?? '', private_metadata: modal.private_metadata ?? '' };
  return { name, view: { ...emptyView, ...ids, ...own, type: 'modal', blocks: withIds(blocks) } };
}

function homeTab(name: string, articles: number): Exhibit {
  const refreshed = new Date('2026-11-02T06:41:00Z');
  const recent = [
    { question: '503.4', codes: ['503.4'] },
    { question: 'certificate expired', codes: [] },
    { question: 'GET /app/ - 80 - 10.20.9.31 Probe/1.0 500 19 33 0', codes: ['500.19'] },
    { question: '401.5 ntlm', codes: ['401.5'] },
  ];
  const health: Health = { connected: true, store: 'up', articles, refreshed, broken: 0, stale: false };
  const { blocks } = homeView(english, { command: '/kb', bot: bot.id, recent, week, health });
  return { name, view: { ...emptyView, blocks: withIds(blocks) } };
}

const settingsOfWorkspace: Parameters<typeof settingsModal>[1] = {
  ...{ channel: null, own: {}, home: channel, form: '1' },
  workspace: { product: 'IIS', codePause: 240 },
  mayChange: { may: true },
  changes: [
    {
      ...{ at: Date.UTC(2026, 10, 24, 8, 30), person: ana.id },
      ...{ name: 'codePause', from: null, to: { value: 240 } },
    },
    {
      ...{ at: Date.UTC(2026, 10, 12, 14, 5), person: ana.id },
      ...{ name: 'product', from: null, to: { value: 'IIS' } },
    },
  ],
};

const week: Week = {
  codes: [
    { code: '500.19', lookups: 31 },
    { code: '401.5', lookups: 12 },
    { code: '0x80070005', lookups: 4 },
  ],
  unanswered: [
    { question: 'blue screen after the firmware of the array', codes: [], occasions: 4 },
    { question: 'mail from the ticket system does not arrive', codes: [], occasions: 2 },
  ],
};

const emptyView: View = {
  ...{ id: 'V1', team_id: 'T0LOCAL00', app_id: bot.appId, bot_id: bot.botId, hash: '1', external_id: '' },
  ...{ root_view_id: 'V1', previous_view_id: null, state: { values: {} }, type: 'home', callback_id: '' },
  ...{ private_metadata: '', title: null, close: null, submit: null },
  ...{ clear_on_close: false, notify_on_close: false },
  blocks: [],
};

function withIds(blocks: ModalView['blocks']): View['blocks'] {
  return blocks.map((block, index) => ({ block_id: `b${index}`, ...block }));
}
