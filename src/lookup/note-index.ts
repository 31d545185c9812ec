import { analyze, type Word } from '../search/analyzer.js';
import { isIdleWord } from '../search/question-noise.js';
import type { ArticleNote, NoteMatch, TeamNotes } from './types.js';

/** The notes of one team in memory, which change while they are asked. */
export interface NoteIndex extends TeamNotes {
  /** Takes a note up, or its new text. */
  put(note: ArticleNote): void;
  /** Gives up all notes but these. */
  keepOnly(ids: ReadonlySet<string>): void;
  /** UTF-16 units of all texts together. */
  readonly characters: number;
}

/** Longer questions are pasted pages: that a note has most of their words is no sign of anything. */
const mostWords = 24;
const mostCharacters = 600;
/** Of a question's words a note has to have so many. */
const leastShare = 0.6;
const mostMatches = 3;
/** So many notes are looked at, those with the rarest words of the question first: an answer is not to wait. */
const mostCandidates = 200;
const none: ReadonlySet<string> = new Set();

interface Kept {
  note: ArticleNote;
  terms: Set<string>;
}

export function createNoteIndex(): NoteIndex {
  const notes = new Map<string, Kept>();
  const byArticle = new Map<string, ArticleNote[]>();
  const byTerm = new Map<string, Set<string>>();
  let characters = 0;

  function remove(id: string): void {
    const kept = notes.get(id);
    if (kept === undefined) return;
    notes.delete(id);
    characters -= kept.note.text.length;
    const { article } = kept.note;
    const others = (byArticle.get(article) ?? []).filter((note) => note.id !== id);
    if (others.length > 0) byArticle.set(article, others);
    else byArticle.delete(article);
    for (const term of kept.terms) {
      const ids = byTerm.get(term);
      ids?.delete(id);
      if (ids?.size === 0) byTerm.delete(term);
    }
  }

  /** The notes that have the rarest part of a word, which are few more than those that have the word. */
  function nearWord({ parts }: Word): ReadonlySet<string> {
    const sets = parts.map((part) => byTerm.get(part) ?? none);
    return sets.reduce((rarest, one) => (one.size < rarest.size ? one : rarest));
  }

  return {
    get characters() {
      return characters;
    },
    put(note) {
      const before = notes.get(note.id)?.note;
      const isSame = before?.text === note.text && before.article === note.article && before.author === note.author;
      if (isSame && before.edited?.at === note.edited?.at) return;
      remove(note.id);
      const terms = new Set(analyze(note.text).flatMap(({ parts }) => parts));
      notes.set(note.id, { note, terms });
      characters += note.text.length;
      const about = [...(byArticle.get(note.article) ?? []), note];
      byArticle.set(
        note.article,
        about.sort((a, b) => b.created - a.created),
      );
      for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(note.id));
    },
    keepOnly(ids) {
      for (const id of notes.keys()) if (!ids.has(id)) remove(id);
    },
    about: (article) => byArticle.get(article) ?? [],
    matching(question) {
      if (notes.size === 0 || question.length > mostCharacters) return [];
      const words = distinctWords(question);
      if (words.length === 0 || words.length > mostWords) return [];
      const asked = words.map((word) => ({ ...word, near: nearWord(word) })).sort((a, b) => a.near.size - b.near.size);
      const candidates = new Set<string>();
      for (const { near } of asked) {
        for (const id of near) if (candidates.size < mostCandidates) candidates.add(id);
      }
      const matches = [...candidates].flatMap((id) => {
        const kept = notes.get(id);
        if (kept === undefined) return [];
        const had = words.filter(({ parts }) => parts.every((part) => kept.terms.has(part))).map(({ text }) => text);
        if (!isEnough(had, words)) return [];
        const own = asked.filter(({ text }) => had.includes(text));
        // What hardly any note says, says most.
        const weight = own.reduce((sum, { near }) => sum + Math.log(1 + notes.size / near.size), 0);
        return [{ article: kept.note.article, words: had, weight }];
      });
      return bestOfEachArticle(matches);
    },
  };
}

/** The words of a question that say something, each once. */
function distinctWords(question: string): Word[] {
  const words = analyze(question).filter(({ text }) => !isIdleWord(text));
  return [...new Map(words.map((word) => [word.parts.join(' '), word])).values()];
}

/** Two words at least; a word alone is enough when it is a name or a number (`web-07`), which nobody writes by chance. */
function isEnough(had: readonly string[], asked: readonly Word[]): boolean {
  if (had.length < leastShare * asked.length) return false;
  return had.length > 1 || (asked.length === 1 && /\d/.test(had[0] ?? ''));
}

function bestOfEachArticle(matches: (NoteMatch & { weight: number })[]): NoteMatch[] {
  const best = new Map<string, NoteMatch>();
  for (const { article, words } of matches.sort((a, b) => b.weight - a.weight)) {
    if (!best.has(article)) best.set(article, { article, words });
  }
  return [...best.values()].slice(0, mostMatches);
}
