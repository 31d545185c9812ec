import { type Word, wordPattern } from './prose.js';

/** As many words in a row, names not counted, are copied rather than met by chance. */
export const runLength = 8;

/** A stretch of our prose, and the file that it is from. */
export interface Stretch {
  path: string;
  words: readonly Word[];
}

/** Words that a stretch of ours has in common with an article of the archive. */
export interface SharedRun {
  path: string;
  /** 1-based line of its first word. */
  line: number;
  words: string;
  /** The archive's article that has most of it. */
  archive: string;
}

/** A run in our words, `[start, end)`. */
interface Run {
  start: number;
  end: number;
  archive: string;
}

/**
 * Finds runs of words that are in our prose and in texts that are shown to it one after the other. It holds our words only,
 * so the size of the archive costs time and no memory.
 */
export class SharedRuns {
  private readonly words: { word: Word; path: string }[] = [];
  /** Our words as numbers; 0 stands between two stretches. */
  private readonly ids: number[] = [];
  private readonly vocabulary = new Map<string, number>();
  /** Where the words of each hash begin among ours. */
  private readonly starts = new Map<number, number[]>();
  private readonly runs: Run[] = [];

  constructor(stretches: readonly Stretch[]) {
    for (const { path, words } of stretches) {
      const first = this.ids.length;
      for (const word of words) {
        this.ids.push(this.idOf(word.text));
        this.words.push({ word, path });
      }
      this.index(first);
      this.ids.push(0);
      this.words.push({ word: { text: '', line: 0, isName: true }, path });
    }
  }

  /** Compares a text of the archive with our prose. @param archive how the text is called in the findings */
  compare(text: string, archive: string): void {
    const theirs: number[] = [];
    for (const match of text.matchAll(wordPattern)) theirs.push(this.vocabulary.get(match[0].toLowerCase()) ?? -1);
    let known = 0;
    for (let at = 0; at < theirs.length; at += 1) {
      known = theirs[at] === -1 ? 0 : known + 1;
      if (known < runLength) continue;
      const from = at - runLength + 1;
      for (const start of this.starts.get(hash(theirs, from)) ?? []) this.addRun(theirs, from, start, archive);
    }
  }

  /** What was found so far, runs that overlap as one, in the order of our files. */
  findings(): SharedRun[] {
    const sorted = [...this.runs].sort((one, other) => one.start - other.start || other.end - one.end);
    const merged: (Run & { longest: number })[] = [];
    for (const run of sorted) {
      const last = merged.at(-1);
      const length = run.end - run.start;
      if (last === undefined || run.start >= last.end) merged.push({ ...run, longest: length });
      else {
        last.end = Math.max(last.end, run.end);
        if (length > last.longest) Object.assign(last, { archive: run.archive, longest: length });
      }
    }
    return merged.map(({ start, end, archive }) => {
      const own = this.words.slice(start, end);
      const { path = '', word } = own[0] ?? {};
      return { path, line: word?.line ?? 1, words: own.map(({ word: { text } }) => text).join(' '), archive };
    });
  }

  private idOf(word: string): number {
    const id = this.vocabulary.get(word) ?? this.vocabulary.size + 1;
    this.vocabulary.set(word, id);
    return id;
  }

  private index(first: number): void {
    for (let start = first; start + runLength <= this.ids.length; start += 1) {
      const key = hash(this.ids, start);
      const places = this.starts.get(key);
      if (places === undefined) this.starts.set(key, [start]);
      else places.push(start);
    }
  }

  /** Adds the longest run around equal words, once: not where the words before are equal too. */
  private addRun(theirs: readonly number[], from: number, start: number, archive: string): void {
    if (from > 0 && start > 0 && theirs[from - 1] === this.ids[start - 1]) return;
    let length = 0;
    let counted = 0;
    while (start + length < this.ids.length && theirs[from + length] === this.ids[start + length]) {
      if (this.words[start + length]?.word.isName === false) counted += 1;
      length += 1;
    }
    if (counted >= runLength) this.runs.push({ start, end: start + length, archive });
  }
}

/** A hash of the words of one run; equal hashes are compared word by word. */
function hash(ids: readonly number[], start: number): number {
  let value = 0;
  for (let index = start; index < start + runLength; index += 1) value = (Math.imul(value, 31) + (ids[index] ?? 0)) | 0;
  return value;
}
