import type { Article } from '../article/types.js';
import { passesFilters } from '../search/filters.js';
import type { SearchFilters, SearchIndex, SearchResult } from '../search/types.js';
import { didYouMean } from './did-you-mean.js';
import { rankByExperience } from './experience.js';
import { nearbyIds } from './nearby-ids.js';
import { outcomeOf } from './outcome.js';
import { type AskedId, askedId, readQuestion } from './read-question.js';
import type { Answer, AskOptions, ExperienceOf, Lookup, Match, Question, TeamNotes } from './types.js';
import { withNotes } from './with-notes.js';

const usualLimit = 10;

/**
 * The use case over one index: a question in, an Answer out. Nothing of it throws for any text.
 * @param refreshed when the index was made, where that is known
 */
export function createLookup(index: SearchIndex, refreshed: Date | null = null): Lookup {
  return {
    size: index.size,
    refreshed,
    article: (id) => index.article(id),
    suggest: (text, limit) => index.suggest(text, limit),
    ask: (text, options = {}) => ask(index, text, options),
  };
}

/** What the team that asks knows itself. */
interface Team {
  experience: ExperienceOf;
  notes: TeamNotes | null;
}

function ask(index: SearchIndex, text: string, options: AskOptions): Answer {
  const { limit = usualLimit, experience = () => null, notes = null } = options;
  const team = { experience, notes };
  const read = readQuestion(text);
  const question = { ...read, filters: { ...options.filters, ...read.filters } };
  const id = askedId(question);
  const named = id === null ? null : articleAnswer(index, question, id, team);
  if (named !== null) return named;
  if (id?.certain) return unknownId(index, question, id);
  const answer = searchAnswer(index, question, Math.max(1, limit), team);
  return { ...answer, matches: answer.matches.slice(0, Math.max(0, limit)) };
}

/** The article that the question names; null when there is none, or when a bare number is likelier a code. */
function articleAnswer(index: SearchIndex, question: Question, id: AskedId, team: Team): Answer | null {
  if (!id.certain && question.codes[0] !== undefined && question.codes[0].kind !== 'kb') return null;
  for (const candidate of id.ids) {
    const article = index.article(candidate);
    if (article === null) continue;
    const why: Match['why'] = [{ type: 'id', asked: id.asked, found: article.id }];
    return {
      question,
      outcome: 'answer',
      matches: [
        {
          ...{ id: article.id, title: article.title, article, also: [], score: 1, confidence: 1, why },
          ...{ experience: team.experience(article.id), movedUp: false, notes: team.notes?.about(article.id) ?? null },
        },
      ],
      didYouMean: [],
    };
  }
  return null;
}

function unknownId(index: SearchIndex, question: Question, id: AskedId): Answer {
  return { question, outcome: 'none', matches: [], didYouMean: nearbyIds(index, id) };
}

function searchAnswer(index: SearchIndex, question: Question, limit: number, team: Team): Answer {
  const { codes, filters, text } = question;
  const { results, relatedness, corrections } = index.search({ text, codes, filters, limit });
  const understood = { ...question, corrections };
  // Before experience has its say: it turns no weak match into an answer.
  const outcome = outcomeOf(text, results, relatedness);
  const told = results.map((result) => ({ ...result, experience: team.experience(result.id) }));
  const ranked = outcome === 'none' ? told.map((match) => ({ match, movedUp: false })) : rankByExperience(text, told);
  const matches = ranked.map(({ match, movedUp }) => toMatch(index, match, movedUp, team.notes));
  const answer = {
    question: understood,
    outcome,
    matches,
    didYouMean: outcome === 'answer' ? [] : didYouMean(index, understood, matches),
  };
  if (team.notes === null) return answer;
  return withNotes(answer, team.notes.matching(text), (article) => notedMatch(index, article, filters, team));
}

/** An article that only a note speaks for: how likely it answers is not known. */
function notedMatch(index: SearchIndex, id: string, filters: SearchFilters, { experience, notes }: Team): Match | null {
  const article = index.article(id);
  if (article === null || !passesFilters(article, filters)) return null;
  const result = { id, title: article.title, also: [], score: 0, confidence: 0, why: [], experience: experience(id) };
  return toMatch(index, result, false, notes);
}

/** Most matches are only counted or named, so an article is read when somebody looks at it. */
function toMatch(
  index: SearchIndex,
  result: SearchResult & Pick<Match, 'experience'>,
  movedUp: boolean,
  notes: TeamNotes | null,
): Match {
  const { id, title, also, score, confidence, why, experience } = result;
  let read: Article | null = null;
  return {
    id,
    title,
    get article() {
      read ??= index.article(id);
      if (read === null) throw new Error(`${id} was found and is not there`);
      return read;
    },
    also: also.map((other) => toTwin(index, other)),
    score,
    confidence,
    why,
    experience,
    movedUp,
    notes: notes?.about(id) ?? null,
  };
}

function toTwin(index: SearchIndex, id: string): Match['also'][number] {
  return {
    id,
    get versions() {
      return index.article(id)?.versions ?? [];
    },
  };
}
