import type { Article } from '../../src/article/types.js';
import { articleFields } from '../../src/search/article-fields.js';
import type { EvalQuestion } from '../question-sets.js';
import { below, pick, type Random, shuffled } from './seeded-random.js';

/** Words of a message. */
export const messageLength = 60;
const fewestSymptomWords = 20;

/**
 * Messages as people paste them in an incident: words in a row of an article's symptoms, and around them what has
 * nothing to do with the cause: a host, times, log and stack trace lines. All of it but the symptoms is invented.
 */
export function pastedMessages(articles: readonly Article[], most: number, random: Random): EvalQuestion[] {
  const withSymptoms = articles
    .map(({ id }, place) => ({ id, place }))
    .filter(({ place }) => symptomWords(articles[place]).length >= fewestSymptomWords);
  return shuffled(random, withSymptoms)
    .slice(0, most)
    .map(({ id, place }) => ({
      set: 'pasted',
      kind: 'pasted',
      query: message(symptomWords(articles[place]), random),
      right: [id],
    }));
}

function symptomWords(article: Article | undefined): string[] {
  return article === undefined ? [] : words(articleFields(article).symptoms);
}

function message(symptoms: string[], random: Random): string {
  const before = words(`${pick(random, openings)} ${host(random)} since ${time(random)}`);
  const traces = [
    logLine(random),
    ...shuffled(random, frames)
      .slice(0, 3)
      .map((frame) => traceLine(frame, random)),
  ];
  const room = messageLength - before.length;
  const kept = Math.min(symptoms.length, 26 + below(random, 10));
  const start = below(random, symptoms.length - kept + 1);
  const after = words(traces.join(' ')).slice(0, room - kept);
  const filler = words(closings.join(' ')).slice(0, room - kept - after.length);
  return [...before, ...symptoms.slice(start, start + kept), ...after, ...filler].join(' ');
}

const openings = [
  'can somebody have a look please, users complain about',
  'second time this week, this comes from',
  'sorry for the wall of text, customer sent this from',
  'anyone on call? we keep getting this on',
];
const closings = [
  'nothing was deployed today and a restart of the box did not change anything at all, any idea what to try next?',
];
const frames = [
  'Harbour.Orders.CheckoutPage.Page_Load(Object sender, EventArgs e)',
  'Harbour.Web.Session.TicketStore.Find(String key)',
  'Harbour.Data.Pool.Rent(Int32 size)',
  'Harbour.Jobs.NightlyRun.Step(Int32 number)',
];

function host(random: Random): string {
  return `${pick(random, ['HBR', 'ORD', 'SHOP', 'INTRA'])}-${pick(random, ['WEB', 'APP', 'FE'])}${10 + below(random, 80)}`;
}

function logLine(random: Random): string {
  return `[${time(random)}] ${host(random)} worker ${1000 + below(random, 8000)} gave up after ${2 + below(random, 50)} s`;
}

function traceLine(frame: string, random: Random): string {
  return `at ${frame} line ${10 + below(random, 900)}`;
}

function time(random: Random): string {
  const two = (limit: number): string => String(below(random, limit)).padStart(2, '0');
  return `${two(24)}:${two(60)}:${two(60)}`;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
