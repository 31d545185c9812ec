import type { Answer, Match, NoteMatch } from './types.js';

/**
 * Adds what a team's notes say to an answer. A note makes no answer sure: the first match of a sure answer stays the
 * first, and what was found by a note alone is shown only to the person who asked.
 * @param toMatch the match of an article that the search did not find; null when the knowledge base has no such article
 */
export function withNotes(
  answer: Answer,
  found: readonly NoteMatch[],
  toMatch: (article: string) => Match | null,
): Answer {
  const { matches, outcome } = answer;
  const noted = found.flatMap((note) => {
    const match = matches.find(({ id }) => id === note.article) ?? toMatch(note.article);
    return match === null ? [] : [withReason(match, note)];
  });
  if (noted.length === 0) return answer;
  const others = matches.filter(({ id }) => !noted.some((match) => match.id === id));
  if (outcome !== 'answer') return { ...answer, outcome: 'weak', matches: [...noted, ...others] };
  const first = noted.find(({ id }) => id === matches[0]?.id) ?? matches[0];
  return { ...answer, matches: [first, ...noted, ...others].filter(isFirstOfItsId) };
}

function isFirstOfItsId(match: Match | undefined, index: number, all: (Match | undefined)[]): match is Match {
  return match !== undefined && all.findIndex((one) => one?.id === match.id) === index;
}

/** The match with the reason in front; its article is still read only when somebody looks at it. */
function withReason(match: Match, { words }: NoteMatch): Match {
  const text = words.join(' ');
  return {
    ...{
      id: match.id,
      title: match.title,
      also: match.also,
      score: match.score,
      confidence: match.confidence,
      notes: match.notes,
    },
    ...{ experience: match.experience, movedUp: match.movedUp },
    get article() {
      return match.article;
    },
    why: [{ type: 'note', asked: text, found: text }, ...match.why],
  };
}
