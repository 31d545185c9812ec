import type { SearchResult } from '../search/types.js';
import { isSure } from './outcome.js';
import type { Experience } from './types.js';

/** How far what people say may move an article; docs/SEARCH.md explains it. */
export const experienceRanking = {
  /** No article gains more than this share of its score, however many people it helped. */
  most: 0.1,
  /** The first voice counts nothing; each two after it close half of what is left to the most. */
  voicesToHalf: 2,
};

/** What ranking by experience looks at. */
export type Candidate = Pick<SearchResult, 'score' | 'confidence' | 'why'> & { experience: Experience | null };

/** The share that an article gains on its score: 0 for one voice or none, rising towards the most. */
export function experienceWeight(voices: number): number {
  const { most, voicesToHalf } = experienceRanking;
  return most * (1 - 0.5 ** (Math.max(0, voices - 1) / voicesToHalf));
}

/**
 * Lets matches that fixed it for several people pass those before them whose scores are near, one after the other. Scores,
 * confidence and reasons stay as they are.
 * @param text the question, filters taken out
 * @param matches best first
 * @returns the same matches, and which of them moved up
 */
export function rankByExperience<Match extends Candidate>(
  text: string,
  matches: readonly Match[],
): { match: Match; movedUp: boolean }[] {
  const ranked: { match: Match; movedUp: boolean }[] = [];
  for (const match of matches) {
    let place = ranked.length;
    while (mayPass(text, match, ranked[place - 1]?.match)) place -= 1;
    ranked.splice(place, 0, { match, movedUp: place < ranked.length });
  }
  return ranked;
}

/** An unsure article passes no sure one, and one that is less about a code of the question none that is more. */
function mayPass(text: string, one: Candidate, other: Candidate | undefined): boolean {
  if (other === undefined || weightedScore(one) <= weightedScore(other)) return false;
  if (isSure(text, other) && !isSure(text, one)) return false;
  return [...codeStandings(other)].every(([code, standing]) => (codeStandings(one).get(code) ?? 0) >= standing);
}

function weightedScore({ score, experience }: Candidate): number {
  return score * (1 + experienceWeight(experience?.voices ?? 0));
}

/** How far an article is about each code of the question that it has: an article about it says so in its codes or title. */
function codeStandings({ why }: Candidate): Map<string, number> {
  const standings = new Map<string, number>();
  for (const reason of why) {
    if (reason.type !== 'code' && reason.type !== 'code-family') continue;
    const standing = reason.type === 'code-family' ? 1 : (placeStandings[reason.field] ?? 2);
    standings.set(reason.asked, Math.max(standings.get(reason.asked) ?? 0, standing));
  }
  return standings;
}

const placeStandings: Partial<Record<string, number>> = { declared: 4, title: 4, queryWords: 3, symptoms: 3 };
